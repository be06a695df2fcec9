import type { Refusal } from '#lib/ui/refusal.ts';
import { keepKnown, ofKind } from './attachment-list.ts';
import { attachmentTransport, type AttachmentTransport } from './attachment-transport.ts';
import type { Attachment, AttachmentKind } from './attachment.ts';
import * as words from './messages.ts';
import { UploadNotices } from './upload-notices.ts';
import { Uploads, type Upload, type UploadListener, type UploadSurroundings } from './uploads.svelte.ts';

export interface JobFilesOptions {
	job: number;
	/** As the server listed them. */
	list: readonly Attachment[];
	/** Other than the browser's own, for tests. */
	transport?: AttachmentTransport;
	surroundings?: UploadSurroundings;
}

/** A1, A7: the files of one job on the page that shows it: those that are there, and those on their way. */
export class JobFiles {
	readonly job: number;
	list = $state.raw<readonly Attachment[]>([]);
	/** Why the list may be old. */
	problem = $state<string | null>(null);
	/** What screen readers hear, and of which card. */
	said = $state.raw<{ kind: AttachmentKind; text: string } | null>(null);
	/** The card that a file which hovers over the page would go to. */
	hovered = $state<AttachmentKind | null>(null);
	readonly uploads: Uploads;
	#transport: AttachmentTransport;
	#notices: UploadNotices | null = null;
	#turn = 0;
	#isReading = false;

	constructor({ job, list, transport, surroundings }: JobFilesOptions) {
		this.job = job;
		this.list = list;
		this.#transport = transport ?? attachmentTransport(fetch);
		const listener: UploadListener = {
			changed: (upload) => this.#changed(upload),
			arrived: (upload, attachment) => this.#arrived(upload, attachment),
			calledOff: (upload) => this.#calledOff(upload)
		};
		this.uploads = new Uploads(listener, surroundings);
	}

	/** A1: newest first. */
	of(kind: AttachmentKind): Attachment[] {
		return ofKind(this.list, kind);
	}

	uploadsOf(kind: AttachmentKind): Upload[] {
		return this.uploads.list.filter(({ request }) => request.kind === kind);
	}

	add(kind: AttachmentKind, files: Iterable<File>): void {
		this.uploads.add({ job: this.job, kind }, files);
	}

	/** Reads the list again: somebody else has changed the job. What is known keeps its identity. */
	async reload(): Promise<void> {
		const turn = ++this.#turn;
		this.#isReading = true;
		const read = await this.#transport.list(this.job).catch(() => null);
		if (turn !== this.#turn) return;
		this.#isReading = false;
		this.problem = read ? null : words.LIST_MISSING;
		if (read) this.list = keepKnown(this.list, read);
	}

	/** A6: deletes a file for everybody; returns why not. Rejects when the server is not reached. */
	async remove(file: Attachment): Promise<Refusal | null> {
		const refusal = await this.#transport.remove(file.id);
		if (refusal) return refusal;
		this.#show(this.list.filter(({ id }) => id !== file.id));
		this.said = { kind: file.kind, text: words.removed(file.fileName) };
		return null;
	}

	/** The page goes: what is still on its way, or has failed unseen, is told in notices from here on. */
	leave(): void {
		this.#notices = new UploadNotices(this.uploads);
		for (const upload of this.uploads.list) this.#notices.changed(upload);
	}

	#changed(upload: Upload): void {
		this.#notices?.changed(upload);
		const { state, request } = upload;
		if (state.step === 'failed')
			this.said = { kind: request.kind, text: words.notAdded(upload.name, state.reason) };
	}

	#arrived(upload: Upload, attachment: Attachment): void {
		this.#notices?.arrived(upload);
		const others = this.list.filter(({ id }) => id !== attachment.id);
		this.#show([attachment, ...others]);
		this.said = { kind: attachment.kind, text: words.added(upload.name) };
	}

	/** The server may have had the whole file by then. */
	#calledOff(upload: Upload): void {
		this.#notices?.calledOff(upload);
		if (upload.state.step === 'sending') void this.reload();
	}

	/** A list that is being read at the moment may not know of this yet, so it is read once more. */
	#show(list: readonly Attachment[]): void {
		this.list = list;
		if (this.#isReading) void this.reload();
	}
}
