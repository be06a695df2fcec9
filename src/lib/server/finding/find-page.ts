import { fieldOf, isDescending } from '#lib/finding/sorts.ts';
import type { Statements } from '#lib/server/db/transaction.ts';
import { CARD_COLUMNS, CARD_JOINS, type CardRow, type ClosingRow } from '#lib/server/jobs/job-row.ts';
import { hasTextKey } from './cursor-key.ts';
import { filteredBy } from './filter-sql.ts';
import { writeCursor, type Cursor } from './list-cursor.ts';
import type { ListRequest } from './list-request.ts';
import { foundBy } from './search-sql.ts';
import { sortKey } from './sort-sql.ts';

/** A job of a page, with what its place in the list follows from. */
export interface PageRow extends CardRow, ClosingRow {
	sort_key: string;
	updated_at: string | null;
	budget_cents: string | null;
	declared_value_cents: string | null;
}

export interface Page {
	rows: PageRow[];
	next: string | null;
	previous: string | null;
}

/**
 * L1: one page of a list. Finds the numbers first, from as few columns as the order needs, and then reads the jobs of
 * that page alone. The place is a key and a number, not a count: jobs that come and go shift nothing.
 */
export async function findPage(sql: Statements, request: ListRequest, limit: number): Promise<Page> {
	const { from } = request;
	const isBackwards = from?.direction === 'before';
	const order = sql.unsafe(isDescending(request.sort) === isBackwards ? 'asc' : 'desc');
	const rows = await sql<PageRow[]>`
		with names as materialized (
			select id, fold_text(name) collate "C" as name from people where shop_id = ${request.shopId}
		),
		page as (${numbersOf(sql, request, limit + 1, order)})
		select ${sql.unsafe(CARD_COLUMNS)}, j.closed_at, j.outcome, j.closing_reason, j.budget_cents,
			j.declared_value_cents, e.at as updated_at, page.key::text as sort_key
		from page join jobs j on j.shop_id = ${request.shopId} and j.number = page.number ${sql.unsafe(CARD_JOINS)}
		left join job_events e on e.shop_id = j.shop_id and e.version = j.version and e.job_number = j.number
		order by page.key ${order}, page.number ${order}`;
	const shown = rows.slice(0, limit);
	if (isBackwards) shown.reverse();
	const hasMore = rows.length > limit;
	return {
		rows: shown,
		next: isBackwards || hasMore ? cursorAt(request, shown.at(-1), 'after') : null,
		previous: (isBackwards ? hasMore : from !== null) ? cursorAt(request, shown[0], 'before') : null
	};
}

type Order = ReturnType<Statements['unsafe']>;
type Fragment = ReturnType<typeof foundBy>;

function numbersOf(sql: Statements, request: ListRequest, limit: number, order: Order) {
	const number = numberOf(sql, request);
	const key = sortKey(sql, request, number);
	return sql`
		select ${number} as number, ${key} as key ${listedIn(sql, request)} ${beyond(sql, request, sql`(${key}, ${number})`)}
		order by key ${order}, ${number} ${order} limit ${limit}`;
}

/** L2, L3: from which tables, and which of their rows. Tables that the list does not ask are not joined. */
export function listedIn(sql: Statements, { shopId, filters, sort, search, days }: ListRequest) {
	const names = fieldOf(sort) === 'salesperson' ? sql`join names n on n.id = j.salesperson_id` : sql``;
	if (asksSearchTable({ sort, search }))
		return sql`
			from job_search f left join jobs j on j.shop_id = f.shop_id and j.number = f.number ${names}
			where f.shop_id = ${shopId} ${search ? sql`and ${foundBy(sql, search)}` : sql``}
				${filteredBy(sql, filters, days)}`;
	return sql`from jobs j ${names} where j.shop_id = ${shopId} ${filteredBy(sql, filters, days)}`;
}

/** Of the table that is asked first, so that its index gives the order. */
function numberOf(sql: Statements, request: ListRequest) {
	return asksSearchTable(request) ? sql`f.number` : sql`j.number`;
}

function asksSearchTable({ sort, search }: Pick<ListRequest, 'sort' | 'search'>): boolean {
	return search !== null || fieldOf(sort) === 'customer';
}

/** What lies beyond the place that the cursor names. */
function beyond(sql: Statements, { from, sort }: ListRequest, place: Fragment) {
	if (!from) return sql``;
	const isUp = isDescending(sort) === (from.direction === 'before');
	const key = hasTextKey(sort) ? sql`${from.key}::text collate "C"` : sql`${from.key}::text::bigint`;
	return sql`and ${place} ${sql.unsafe(isUp ? '>' : '<')} (${key}, ${from.number}::integer)`;
}

function cursorAt(
	{ shopId, query }: ListRequest,
	row: PageRow | undefined,
	direction: Cursor['direction']
): string | null {
	if (!row) return null;
	return writeCursor(shopId, { query, key: row.sort_key, number: row.number, direction });
}
