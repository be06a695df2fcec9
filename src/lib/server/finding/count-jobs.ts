import type { Deps } from '#lib/server/deps.ts';
import { listedIn } from './find-page.ts';
import type { ListRequest } from './list-request.ts';

/** Counting goes no further, so that it never costs more than the page itself. */
export const MOST_COUNTED = 10_000;

/** How many jobs a list has in all its pages; `MOST_COUNTED` + 1 stands for more than that. */
export async function countJobs({ sql }: Pick<Deps, 'sql'>, request: ListRequest): Promise<number> {
	const [row] = await sql<{ count: number }[]>`
		select count(*)::integer as count from (
			select true ${listedIn(sql, { ...request, sort: '-number' })} limit ${MOST_COUNTED + 1}
		) counted`;
	return row?.count ?? 0;
}
