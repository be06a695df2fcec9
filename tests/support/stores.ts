import type { ByteRange, ObjectStore } from '#lib/server/attachments/object-store.ts';

/** The bytes of an object; `null` when there is none. */
export async function readObject(store: ObjectStore, key: string, range?: ByteRange): Promise<Buffer | null> {
	const found = await store.get(key, range);
	return found && Buffer.from(await new Response(found.body).arrayBuffer());
}

/** The keys of all objects that begin so. */
export async function keysIn(store: ObjectStore, prefix: string): Promise<string[]> {
	const keys: string[] = [];
	for await (const { key } of store.list(prefix)) keys.push(key);
	return keys.sort();
}
