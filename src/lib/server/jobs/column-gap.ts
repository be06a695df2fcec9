import type { Gap, Neighbours } from '#lib/board/placement.ts';
import type { Status } from '#lib/jobs/status.ts';
import type { Rank } from '#lib/kernel/rank.ts';
import type { Transaction } from '#lib/server/db/transaction.ts';

/**
 * W12: `gapAt` of `placement.ts`, asked of the index instead of the whole column. Ask under the shop's lock (after
 * `nextVersion`): then nobody else can take the gap. `number` is the job that drops and does not count itself.
 */
export async function findGap(
	tx: Transaction,
	shopId: string,
	status: Status,
	drop: Neighbours & { number: number }
): Promise<Gap> {
	const column = tx`shop_id = ${shopId} and status = ${status} and closed_at is null and number <> ${drop.number}`;
	const [gap] = await tx<Gap[]>`
		with neighbour as materialized (
			select
				(select rank from jobs where ${column} and number = ${drop.after ?? null}) as upper,
				(select rank from jobs where ${column} and number = ${drop.before ?? null}) as lower
		)
		select
			coalesce(upper, (select rank from jobs where ${column} and rank < lower order by rank desc limit 1)) as above,
			case
				when upper is not null then (select rank from jobs where ${column} and rank > upper order by rank limit 1)
				when lower is not null then lower
				else (select rank from jobs where ${column} order by rank limit 1)
			end as below
		from neighbour`;
	return gap ?? { above: null, below: null };
}

/** W9: the gap just below a rank, and whether that very rank is free. Ask under the shop's lock. */
export async function findGapBelow(
	tx: Transaction,
	shopId: string,
	status: Status,
	{ number, rank }: { number: number; rank: Rank }
): Promise<{ taken: boolean; below: Rank | null }> {
	const column = tx`shop_id = ${shopId} and status = ${status} and closed_at is null and number <> ${number}`;
	const [gap] = await tx<{ taken: boolean; below: Rank | null }[]>`
		select
			exists (select from jobs where ${column} and rank = ${rank}) as taken,
			(select rank from jobs where ${column} and rank > ${rank} order by rank limit 1) as below`;
	return gap ?? { taken: false, below: null };
}
