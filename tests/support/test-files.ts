import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { AttachInput } from '#lib/attachments/attachment-input.ts';
import { addAttachment, type AttachmentAnswer } from '#lib/server/attachments/add-attachment.ts';
import { folderStore } from '#lib/server/attachments/folder-store.ts';
import type { ObjectStore } from '#lib/server/attachments/object-store.ts';
import { s3Store } from '#lib/server/attachments/s3-store.ts';
import { sweepObjects } from '#lib/server/attachments/sweep-objects.ts';
import type { Deps } from '#lib/server/deps.ts';
import type { Person } from './factories.ts';
import { pdf, png } from './pictures.ts';
import { startS3, type TestS3 } from './s3.ts';
import { keysIn } from './stores.ts';
import type { TestShop } from './test-shop.ts';

export const STORES = ['folder', 's3'] as const;

/** A store for the file, of either kind. */
export function testStore(kind: (typeof STORES)[number]): { store: ObjectStore } {
	const made = {} as { store: ObjectStore };
	let folder = '';
	let s3: TestS3 | undefined;
	beforeAll(async () => {
		if (kind === 's3') s3 = await startS3();
		else folder = await mkdtemp(path.join(tmpdir(), 'benchboard-files-'));
		made.store = s3 ? s3Store(s3.config) : folderStore(folder);
	});
	afterAll(async () => {
		await s3?.stop();
		if (folder) await rm(folder, { recursive: true });
	});
	return made;
}

interface Added extends Partial<AttachInput> {
	bytes?: Uint8Array;
	name?: string;
	by?: Person;
}

/** Adds an inspiration photo to a job, unless told otherwise. */
export async function attach(
	deps: Deps,
	shop: TestShop,
	number: number,
	more: Added = {}
): Promise<AttachmentAnswer> {
	const { bytes, name = 'ring.png', by = shop.ana, ...input } = more;
	return addAttachment(
		deps,
		by,
		number,
		{ kind: 'inspiration', ...input },
		{ name, bytes: bytes ?? (await png()) }
	);
}

export function attachDocument(deps: Deps, shop: TestShop, number: number): Promise<AttachmentAnswer> {
	return attach(deps, shop, number, { kind: 'drawing', bytes: pdf(), name: 'drawing.pdf' });
}

/** What the shop has in the store. */
export function objectsOfShop(store: ObjectStore, shop: TestShop): Promise<string[]> {
	return keysIn(store, `shops/${shop.ana.shopId}/`);
}

/** Lets every reservation and every wait of the sweeper run out, and sweeps until nothing is due. */
export async function sweepInTheEnd(deps: Deps): Promise<void> {
	await deps.sql`update object_removals set due_at = now() - interval '1 second'`;
	while ((await sweepObjects(deps)) > 0);
}
