import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { attachments } from '#lib/server/db/schema.ts';
import { makeThumbnail } from '#lib/server/attachments/make-thumbnail.ts';
import { objectKey, type ObjectStore } from '#lib/server/attachments/object-store.ts';
import { newId } from '#lib/server/ids.ts';
import type { CastJob } from './demo-jobs.ts';

/** The drawings' size in pixels; see `drawings/README.md`. */
const SIZE = { width: 960, height: 720 };

/** Every process of the product starts in the project's folder. */
const FOLDER = resolve('src/lib/server/demo/drawings');

/** How many jobs get a photo: enough for a believable board, however large the sample shop. */
const MOST = 48;

export interface DemoPhoto {
	job: CastJob;
	drawing: string;
	id: string;
}

/** Gives jobs whose piece was drawn their cover. To be called before their lives are told. */
export function coverJobs(jobs: readonly CastJob[]): DemoPhoto[] {
	const drawn = jobs.filter(({ piece, closing }) => piece.drawing && closing === null).slice(0, MOST);
	return drawn.map((job) => {
		const id = newId();
		job.card = { ...job.card, cover: { id, ...SIZE }, images: 1 };
		return { job, drawing: job.piece.drawing ?? '', id };
	});
}

/** Stores the files and thumbnails, and returns their rows. Jobs have their numbers by now. */
export async function storePhotos(
	shopId: string,
	photos: readonly DemoPhoto[],
	store: Pick<ObjectStore, 'put'>
) {
	const files = new Map<string, Promise<{ file: Uint8Array; thumbnail: Uint8Array }>>();
	const rows: (typeof attachments.$inferInsert)[] = [];
	for (const { job, drawing, id } of photos) {
		const read = files.get(drawing) ?? readDrawing(drawing);
		files.set(drawing, read);
		const { file, thumbnail } = await read;
		const { number, createdAt } = job.card;
		await store.put(objectKey(shopId, number, id, 'file'), file, 'image/webp');
		await store.put(objectKey(shopId, number, id, 'thumbnail'), thumbnail, 'image/webp');
		rows.push({
			shopId,
			id,
			jobNumber: number,
			kind: 'inspiration',
			fileName: `${drawing}.webp`,
			contentType: 'image/webp',
			bytes: file.byteLength,
			...SIZE,
			createdAt: new Date(createdAt)
		});
	}
	return rows;
}

async function readDrawing(name: string): Promise<{ file: Uint8Array; thumbnail: Uint8Array }> {
	const file = await readFile(resolve(FOLDER, `${name}.webp`));
	return { file, thumbnail: await makeThumbnail(file) };
}
