import { redactChanges } from '#lib/displays/redact.ts';
import type { Sql } from '#lib/server/db/client.ts';
import { instantOf } from '#lib/server/db/instants.ts';
import { AppError } from '#lib/server/app-error.ts';
import { readShown } from '#lib/server/displays/read-shown.ts';
import type { Deps } from '#lib/server/deps.ts';
import type { Actor } from '#lib/people/actor.ts';
import { CATCH_UP_LIMIT, type Change, type Changes } from '#lib/realtime/protocol.ts';

interface EventRow {
	version: string;
	at: string;
	by_id: string | null;
	by_name: string | null;
	job_number: number;
	kind: Change['kind'];
	set: Change['set'] | null;
	gone: boolean;
	mutation_id: string | null;
}

/**
 * C1: the changes of the actor's shop after `since`, oldest first, at most `CATCH_UP_LIMIT`.
 * D3: a display gets them as it may see them. Throws `changes.expired` when `since` is further behind than that, or ahead
 * of the shop (a restored database), and `unauthenticated` for a display that was revoked meanwhile.
 */
export async function readChanges(deps: Deps, actor: Actor, since: number): Promise<Changes> {
	const display = actor.kind === 'display' ? await readShown(deps.sql, actor) : null;
	const version = await readVersion(deps.sql, actor.shopId);
	if (since > version || version - since > CATCH_UP_LIMIT) throw new AppError('changes.expired');
	const changes = await readChangesSince(deps.sql, actor.shopId, since, CATCH_UP_LIMIT);
	return display ? redactChanges(changes, display.settings.customers) : changes;
}

/** The committed changes of a shop after a version, in order and without a gap; at most `limit`, `to` tells how far they reach. */
export async function readChangesSince(
	sql: Sql,
	shopId: string,
	since: number,
	limit: number
): Promise<Changes> {
	const rows = await sql<EventRow[]>`
		select version, at, by_id, by_name, job_number, kind, set, gone, mutation_id
		from job_events where shop_id = ${shopId} and version > ${since}
		order by version limit ${limit}`;
	const changes = rows.map(toChange);
	return { from: since, to: changes.at(-1)?.version ?? since, changes };
}

/** The version of a shop's last committed change; 0 for a shop that does not exist. */
export async function readVersion(sql: Sql, shopId: string): Promise<number> {
	const [shop] = await sql<{ version: string }[]>`select version from shops where id = ${shopId}`;
	return Number(shop?.version ?? 0);
}

/** The version of each shop's last committed change, and that of its rules. */
export async function readVersions(
	sql: Sql,
	shopIds: readonly string[]
): Promise<{ id: string; version: number; rules: number }[]> {
	const rows = await sql<{ id: string; version: string; rules: number }[]>`
		select id, version, rules_version as rules from shops where id = any(${shopIds as string[]})`;
	return rows.map((row) => ({ ...row, version: Number(row.version) }));
}

function toChange(row: EventRow): Change {
	return {
		version: Number(row.version),
		at: instantOf(row.at),
		by: row.by_id === null ? null : { id: row.by_id, name: row.by_name ?? '' },
		number: row.job_number,
		kind: row.kind,
		...(row.set && { set: row.set }),
		...(row.gone && { gone: true }),
		...(row.mutation_id && { mutationId: row.mutation_id })
	};
}
