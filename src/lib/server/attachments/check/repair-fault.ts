import { buffer } from 'node:stream/consumers';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { typeOfBytes } from '#lib/attachments/file-type.ts';
import { assertNever } from '#lib/kernel/assert-never.ts';
import { cleanPicture } from '#lib/server/attachments/clean-picture.ts';
import { makeThumbnail } from '#lib/server/attachments/make-thumbnail.ts';
import { objectKey } from '#lib/server/attachments/object-store.ts';
import type { Deps } from '#lib/server/deps.ts';
import type { Fault } from './fault.ts';
import { mendCard } from './wrong-cards.ts';

type RepairDeps = Pick<Deps, 'sql' | 'store'>;

/** Mends what can be mended without losing anything. Returns whether it did. */
export async function repairFault(deps: RepairDeps, fault: Fault): Promise<boolean> {
	switch (fault.kind) {
		case 'orphan':
			// Ids are never given twice: what nobody refers to, nobody will.
			await deps.store.remove(fault.key);
			return true;
		case 'card_wrong':
			await mendCard(deps.sql, fault);
			return true;
		case 'copy_missing':
			return makeCopy(deps, fault);
		case 'file_missing':
		case 'file_changed':
		case 'logo_missing':
			return false;
		default:
			return assertNever(fault);
	}
}

async function makeCopy(
	{ store }: RepairDeps,
	fault: Extract<Fault, { kind: 'copy_missing' }>
): Promise<boolean> {
	const original = await store.get(objectKey(fault.shopId, fault.number, fault.id, 'file'));
	if (!original) return false;
	const bytes = await buffer(original.body as NodeStream<Uint8Array>);
	const seen = typeOfBytes(bytes);
	if (!seen.ok || seen.type === 'application/pdf') return false;
	const [copy, type] =
		fault.part === 'thumbnail'
			? [await makeThumbnail(bytes), 'image/webp']
			: [await cleanPicture(bytes, seen.type), seen.type];
	await store.put(fault.key, copy, type);
	return true;
}
