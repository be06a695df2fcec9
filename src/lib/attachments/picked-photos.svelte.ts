import { FILE_TYPES } from './attachment.ts';
import { PHOTO_PICK } from './messages.ts';
import { refusalOf } from './upload.ts';

/** A photo that is kept here until there is a job for it. */
export interface PickedPhoto {
	id: number;
	file: File;
	/** Shows the file without sending it anywhere. */
	url: string;
}

export const PICTURE_TYPES: readonly string[] = FILE_TYPES.filter((type) => type.startsWith('image/'));

/** A7: the photos of a job that is still being typed. */
export class PickedPhotos {
	list = $state.raw<readonly PickedPhoto[]>([]);
	/** Why the last ones were not taken. */
	problem = $state<string | null>(null);
	#count = 0;

	get files(): File[] {
		return this.list.map(({ file }) => file);
	}

	/** Takes what looks like a picture; the server reads the bytes and has the last word (A2). */
	add(files: Iterable<File>): void {
		const all = Array.from(files);
		const problems = all.map(problemOf);
		const good = all.filter((_file, index) => problems[index] === null);
		this.list = [...this.list, ...good.map((file) => this.#pick(file))];
		this.problem = problems.filter(Boolean).join(' ') || null;
	}

	remove(photo: PickedPhoto): void {
		URL.revokeObjectURL(photo.url);
		this.list = this.list.filter((other) => other !== photo);
		this.problem = null;
	}

	/** Lets go of the previews; the files stay with whoever has them. */
	clear(): void {
		for (const { url } of this.list) URL.revokeObjectURL(url);
		this.list = [];
	}

	#pick(file: File): PickedPhoto {
		return { id: ++this.#count, file, url: URL.createObjectURL(file) };
	}
}

function problemOf(file: File): string | null {
	const { name, type } = file;
	const reason = refusalOf(file);
	if (reason) return PHOTO_PICK.refused(name, reason);
	// Some systems know no type for a file; then nothing speaks against it.
	const isPicture = type === '' || PICTURE_TYPES.includes(type);
	return isPicture ? null : PHOTO_PICK.notPicture(name);
}
