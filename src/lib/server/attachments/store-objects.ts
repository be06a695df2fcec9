import { objectKey, type ObjectPart, type ObjectStore } from './object-store.ts';

/** An object that is to be stored. */
export interface NewObject {
	key: string;
	bytes: Uint8Array;
	contentType: string;
}

/** The objects of a file that has been inspected. */
export function objectsOf(
	shopId: string,
	jobNumber: number,
	id: string,
	made: { type: string; file: Uint8Array; thumbnail: Uint8Array | null; cleaned: Uint8Array | null }
): NewObject[] {
	const object = (part: ObjectPart, bytes: Uint8Array | null, contentType: string) =>
		bytes ? [{ key: objectKey(shopId, jobNumber, id, part), bytes, contentType }] : [];
	return [
		...object('file', made.file, made.type),
		...object('thumbnail', made.thumbnail, 'image/webp'),
		...object('cleaned', made.cleaned, made.type)
	];
}

/** Stores them one after the other; throws what the store throws, with those before it stored. */
export async function storeObjects(store: ObjectStore, objects: readonly NewObject[]): Promise<void> {
	for (const { key, bytes, contentType } of objects) await store.put(key, bytes, contentType);
}
