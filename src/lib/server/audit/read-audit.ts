import { AUDIT_CURSOR, AUDIT_PAGE, type ListAuditInput } from '#lib/audit/audit-input.ts';
import { TOPIC_OF, type AuditEntry, type LoggedFact } from '#lib/audit/audit.ts';
import type { Instant } from '#lib/kernel/dates.ts';
import type { Actor } from '#lib/people/actor.ts';
import { instantOf } from '#lib/server/db/instants.ts';
import type { Deps } from '#lib/server/deps.ts';
import { requireManagesShop } from '#lib/server/settings/settings-rights.ts';

/** A page of the log, and the cursor of the one below it. */
export interface AuditPage {
	entries: AuditEntry[];
	next: string | null;
}

/**
 * What was done to the shop, its people and its displays, and which jobs were deleted (J8), newest first. Throws
 * `forbidden` for everybody who does not manage the shop.
 */
export async function readAudit(
	deps: Pick<Deps, 'sql'>,
	actor: Actor,
	{ limit = AUDIT_PAGE, ...filter }: ListAuditInput
): Promise<AuditPage> {
	requireManagesShop(actor);
	const rows = await readRows(deps, actor.shopId, { ...filter, limit: limit + 1 });
	const shown = rows.slice(0, limit);
	const last = rows.length > limit ? shown.at(-1) : undefined;
	return {
		entries: shown.map(toEntry),
		next: last ? `${Date.parse(instantOf(last.at))}.${last.id}` : null
	};
}

interface Row {
	id: string;
	at: string;
	by_id: string | null;
	by_name: string | null;
	by_device: string | null;
	fact: LoggedFact;
}

/**
 * Both logs, each as far as the page may reach into it. Entries of one instant stand by their ids: an entry's own, which
 * begins with a letter or 2 to 7, and for a deleted job 0 and the version.
 */
function readRows(
	{ sql }: Pick<Deps, 'sql'>,
	shopId: string,
	{ topic, by, cursor, limit }: Omit<ListAuditInput, 'limit'> & { limit: number }
): Promise<Row[]> {
	const place = placeOf(cursor);
	const kinds = Object.entries(TOPIC_OF).flatMap(([kind, of]) => (topic === of ? [kind] : []));
	const ofPerson = by === undefined ? sql`` : sql`and by_id = ${by}`;
	const below = place
		? sql`and at <= ${place.at} and (at < ${place.at} or id collate "C" < ${place.id})`
		: sql``;
	const newest = sql`order by at desc, id collate "C" desc limit ${limit}`;
	return sql<Row[]>`
		with done as (
			select id, at, by_id, by_name, by_device, fact from audit_entries
			where shop_id = ${shopId} ${topic ? sql`and fact->>'kind' = any(${kinds})` : sql``} ${ofPerson} ${below}
			${newest}
		), tombstones as (
			select '0' || lpad(version::text, 19, '0') as id, at, by_id, by_name, by_device,
				jsonb_build_object('kind', 'job_deleted', 'number', job_number) as fact
			from job_events
			where shop_id = ${shopId} and kind = 'deleted' ${ofPerson}
				${topic && topic !== 'jobs' ? sql`and false` : sql``}
		), deleted as (
			select * from tombstones where true ${below} ${newest}
		)
		select * from (select * from done union all select * from deleted) entries ${newest}`;
}

function placeOf(cursor: string | undefined): { at: Instant; id: string } | null {
	const [, at, id] = cursor?.match(AUDIT_CURSOR) ?? [];
	return at && id ? { at: new Date(Number(at)).toISOString(), id } : null;
}

function toEntry({ id, at, by_id, by_name, by_device, fact }: Row): AuditEntry {
	return {
		id,
		at: instantOf(at),
		by: by_id === null ? null : { id: by_id, name: by_name ?? '' },
		device: by_device,
		fact
	};
}
