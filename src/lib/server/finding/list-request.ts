import * as v from 'valibot';
import { contradictionsOf } from '#lib/finding/contradictions.ts';
import { listSearchOf } from '#lib/finding/list-query.ts';
import { ownSort, type Sort } from '#lib/finding/sorts.ts';
import { ExportJobsInput, type ListJobsInput } from '#lib/jobs/list-input.ts';
import type { AgingSettings } from '#lib/jobs/aging.ts';
import { dayIn, startOfDay } from '#lib/kernel/dates.ts';
import type { Actor } from '#lib/people/actor.ts';
import { AppError, invalidInput } from '#lib/server/app-error.ts';
import { readAging } from '#lib/server/board/read-aging.ts';
import { findLogPlace } from '#lib/server/dashboard/log-place.ts';
import type { Deps } from '#lib/server/deps.ts';
import { isKeyOf } from './cursor-key.ts';
import type { ListDays } from './filter-sql.ts';
import { unknownIn } from './known-filters.ts';
import { readCursor, type Cursor } from './list-cursor.ts';
import { readSearch, type Search } from './read-search.ts';

/** A list that makes sense: what is in it, in which order, and from where on. */
export interface ListRequest {
	shopId: string;
	filters: ExportJobsInput;
	/** The query of the list's address, which its cursors carry. */
	query: string;
	sort: Sort;
	search: Search | null;
	days: ListDays;
	from: Cursor | null;
}

const STALE_CURSOR = 'This cursor is not from this list. Ask for the first page again.';

/**
 * L1, L2: what a list is asked for. A cursor alone goes on with its own list; filters beside it must be the same ones.
 * Throws `forbidden` for a display (D3: it shows the board, and searches no notes), and `input.invalid` for a cursor that
 * is not of this list, for filters that contradict each other, and for people and vendors that the shop does not have.
 */
export async function requestList(
	deps: Deps,
	actor: Actor,
	{ cursor, limit: _limit, ...asked }: ListJobsInput
): Promise<ListRequest> {
	if (actor.kind === 'display') throw new AppError('forbidden');
	const { shopId } = actor;
	const from = cursor === undefined ? null : requireCursor(shopId, cursor, asked);
	const filters = from ? filtersOf(from) : asked;
	refuse(contradictionsOf(filters));
	const [unknown, search, aging] = await Promise.all([
		unknownIn(deps.sql, shopId, filters),
		readSearch(deps.sql, shopId, filters.q ?? ''),
		readAging(deps, actor)
	]);
	refuse(unknown);
	const sort = filters.sort ?? ownSort(filters.q ?? '');
	if (from && !isKeyOf(sort, from.key)) throw invalidInput({ cursor: STALE_CURSOR });
	const days = await readDays(deps, shopId, filters, aging);
	return { shopId, filters, query: queryOf(filters), sort, search, days, from };
}

async function readDays(
	{ sql, now }: Deps,
	shopId: string,
	{ moved }: ExportJobsInput,
	aging: AgingSettings
): Promise<ListDays> {
	const today = dayIn(aging.timeZone, now());
	const midnight = moved ? await findLogPlace(sql, shopId, startOfDay(aging.timeZone, today)) : null;
	return { today, aging, midnight };
}

function requireCursor(shopId: string, text: string, asked: ExportJobsInput): Cursor {
	const cursor = readCursor(shopId, text);
	const query = queryOf(asked);
	if (!cursor || (query !== '' && query !== cursor.query)) throw invalidInput({ cursor: STALE_CURSOR });
	return cursor;
}

/** The filters that a cursor was written with; parsed again, as everything that comes in. */
function filtersOf({ query }: Cursor): ExportJobsInput {
	const parsed = v.safeParse(ExportJobsInput, Object.fromEntries(new URLSearchParams(query)));
	if (!parsed.success) throw invalidInput({ cursor: STALE_CURSOR });
	return parsed.output;
}

/** What was not asked for is left out, as in an address. */
function queryOf(filters: ExportJobsInput): string {
	const said = Object.entries(filters).filter(([, value]) => value !== undefined);
	return listSearchOf(Object.fromEntries(said));
}

function refuse(fields: Record<string, string>): void {
	if (Object.keys(fields).length > 0) throw invalidInput(fields);
}
