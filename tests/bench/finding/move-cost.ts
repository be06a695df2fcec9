import { randomUUID } from 'node:crypto';
import type { Status } from '#lib/jobs/status.ts';
import type { Actor } from '#lib/people/actor.ts';
import type { Deps } from '#lib/server/deps.ts';
import { moveJob } from '#lib/server/jobs/move-job.ts';

/** Milliseconds of moves, with the triggers that keep the search and without them. */
export interface MoveCost {
	kept: number[];
	bare: number[];
}

const TRIGGERS = ['job_search_of_new_job', 'job_search_of_edited_job', 'job_search_of_vendor'];
const ROUNDS = 10;
const MOVES = 60;

/** Moves a card there and back, by turns with and without the triggers, so that a slow machine slows both. */
export async function measureMoveCost(deps: Deps): Promise<MoveCost> {
	const [card] = await deps.sql<{ shopId: string; id: string; name: string; number: number }[]>`
		select p.shop_id as "shopId", p.id, p.name, j.number
		from people p join jobs j on j.shop_id = p.shop_id
		where p.role = 'admin' and j.status = 'QN' and j.closed_at is null limit 1`;
	if (!card) throw new Error('No job waits for its quote');
	const actor: Actor = { kind: 'person', role: 'admin', ...card };
	const cost: MoveCost = { kept: [], bare: [] };
	for (let round = 0; round < ROUNDS; round++) {
		for (const way of round % 2 === 0 ? (['kept', 'bare'] as const) : (['bare', 'kept'] as const)) {
			await switchTriggers(deps, way === 'kept' ? 'enable' : 'disable');
			const samples = await move(deps, actor, card.number);
			if (round > 0) cost[way].push(...samples);
		}
	}
	await switchTriggers(deps, 'enable');
	return cost;
}

async function switchTriggers({ sql }: Deps, way: 'enable' | 'disable'): Promise<void> {
	for (const trigger of TRIGGERS) await sql.unsafe(`alter table jobs ${way} trigger ${trigger}`);
}

async function move(deps: Deps, actor: Actor, number: number): Promise<number[]> {
	const samples: number[] = [];
	for (let index = 0; index < MOVES; index++) {
		const [from, to]: [Status, Status] = index % 2 === 0 ? ['QN', 'CR'] : ['CR', 'QN'];
		const start = performance.now();
		await moveJob(deps, actor, number, { mutationId: randomUUID(), from, to });
		samples.push(performance.now() - start);
	}
	return samples;
}
