import type { Deps } from '#lib/server/deps.ts';
import { ATTACHMENT_COLUMNS, partsOf, type AttachmentRow } from '#lib/server/attachments/attachment-row.ts';
import { objectKey, type ListedObject, type ObjectPart } from '#lib/server/attachments/object-store.ts';
import type { Fault } from './fault.ts';
import { listLogos, missingLogos } from './missing-logos.ts';
import { findWrongCards } from './wrong-cards.ts';

/** Milliseconds; younger objects may be on their way: that is how long their reservations last. */
const RESERVED = 60 * 60_000;

type CheckDeps = Pick<Deps, 'sql' | 'store' | 'now'>;

export interface FoundFaults {
	files: number;
	objects: number;
	faults: Fault[];
}

/**
 * A6: compares every row with the store and every object with the rows, while shops work. The store is listed first: what is
 * stored after that is not missed, and what seems missing is looked up once more.
 */
export async function findFaults(deps: CheckDeps): Promise<FoundFaults> {
	const objects = new Map<string, ListedObject>();
	for await (const object of deps.store.list('shops/')) objects.set(object.key, object);
	// Before the rows: an upload that ends in between is seen as the one or the other.
	const due = await deps.sql<{ key: string }[]>`select key from object_removals`;
	const [files, logos] = [await listFiles(deps), await listLogos(deps.sql)];
	const referred = new Set([...due, ...logos].map(({ key }) => key));
	const faults: Fault[] = await missingLogos(deps, logos, objects);
	for (const file of files) {
		for (const [part, key] of file.keys) {
			referred.add(key);
			const fault = await fileFault(deps, file, part, key, objects.get(key)?.bytes);
			if (fault) faults.push(fault);
		}
	}
	return {
		files: files.length,
		objects: objects.size,
		faults: [...faults, ...orphans(objects, referred, deps.now()), ...(await findWrongCards(deps.sql))]
	};
}

interface StoredRow {
	shopId: string;
	row: AttachmentRow;
	keys: [ObjectPart, string][];
}

async function listFiles({ sql }: CheckDeps): Promise<StoredRow[]> {
	const rows = await sql<(AttachmentRow & { shop_id: string })[]>`
		select shop_id, ${sql.unsafe(ATTACHMENT_COLUMNS)} from attachments order by shop_id, job_number, created_at`;
	return rows.map((row) => ({
		shopId: row.shop_id,
		row,
		keys: partsOf(row).map((part) => [part, objectKey(row.shop_id, row.job_number, row.id, part)])
	}));
}

async function fileFault(
	{ sql, store }: CheckDeps,
	{ shopId, row }: StoredRow,
	part: ObjectPart,
	key: string,
	listed: number | undefined
): Promise<Fault | null> {
	const isRight = (bytes: number) => part !== 'file' || bytes === row.bytes;
	if (listed !== undefined && isRight(listed)) return null;
	const found = await store.size(key);
	if (found !== null && isRight(found)) return null;
	const [still] = await sql`select from attachments where shop_id = ${shopId} and id = ${row.id}`;
	if (!still) return null;
	const file = { shopId, number: row.job_number, id: row.id, fileName: row.file_name, key };
	if (found !== null) return { kind: 'file_changed', ...file, bytes: row.bytes, found };
	return part === 'file' ? { kind: 'file_missing', ...file } : { kind: 'copy_missing', ...file, part };
}

function orphans(objects: Map<string, ListedObject>, referred: Set<string>, now: string): Fault[] {
	const isOld = ({ changedAt }: ListedObject) => Date.parse(now) - Date.parse(changedAt) > RESERVED;
	return [...objects.values()]
		.filter((object) => !referred.has(object.key) && isOld(object))
		.map(({ key, bytes }) => ({ kind: 'orphan', key, bytes }));
}
