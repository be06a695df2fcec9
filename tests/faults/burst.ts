import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { CardAnswer } from '#lib/server/jobs/change-job.ts';
import { sendJson } from '#lib/realtime/http-transport.ts';
import type { Sql } from '#lib/server/db/client.ts';
import { FIRST_VERSION } from '#tests/support/factories.ts';
import { fetchAs } from './ask.ts';

/** A move that was answered with success. */
interface Acknowledged {
	mutationId: string;
	number: number;
	version: number;
}

/** People who move cards without a pause, each their own card, and send again what got no answer. */
export interface Burst {
	/** Waits until so many moves more have been acknowledged. */
	more: (count: number) => Promise<void>;
	/** Moves that are acknowledged by now. */
	count: () => number;
	/** Attempts that failed, by what they were answered. */
	failures: readonly string[];
	/** Lets every card come back to where it was. Rejects when a rule has refused a move. */
	stop: () => Promise<readonly Acknowledged[]>;
}

export interface BurstOptions {
	url: string;
	token: string;
	/** The cards, all in Quote needed. */
	numbers: readonly number[];
}

/** Milliseconds that an attempt may take, and between two. */
const ATTEMPT_MS = 5_000;
const PAUSE_MS = 50;

export function startBurst({ url, token, numbers }: BurstOptions): Burst {
	const acknowledged: Acknowledged[] = [];
	const failures: string[] = [];
	const waiting: { at: number; go: () => void }[] = [];
	let isOver = false;
	const fetch = fetchAs(url, token);
	const attempt = async (number: number, body: { mutationId: string }) => {
		const path = `/api/v1/jobs/${number}/moves`;
		const signal = AbortSignal.timeout(ATTEMPT_MS);
		const answer = await sendJson<CardAnswer>(fetch, { method: 'POST', path, body, signal });
		if (!answer.ok)
			throw Object.assign(new Error(answer.problem.code), { isRule: answer.problem.status < 500 });
		acknowledged.push({ mutationId: body.mutationId, number, version: answer.body.version });
		for (const { at, go } of waiting) if (acknowledged.length >= at) go();
	};
	const moveOn = async (number: number, way: object) => {
		const body = { mutationId: randomUUID(), ...way };
		for (;;) {
			try {
				return await attempt(number, body);
			} catch (error) {
				if (error instanceof Error && 'isRule' in error && error.isRule) throw error;
				failures.push(reasonOf(error));
			}
			await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
		}
	};
	const lanes = numbers.map(async (number) => {
		while (!isOver) for (const way of WAYS) await moveOn(number, way);
	});
	return {
		more: (count) => new Promise((go) => waiting.push({ at: acknowledged.length + count, go })),
		count: () => acknowledged.length,
		failures,
		stop: async () => {
			isOver = true;
			await Promise.all(lanes);
			return acknowledged;
		}
	};
}

const WAYS = [
	{ from: 'QN', to: 'CR' },
	{ from: 'CR', to: 'QN' }
];

function reasonOf(error: unknown): string {
	const cause = error instanceof Error ? (error.cause ?? error) : error;
	return cause instanceof Error ? ('code' in cause && String(cause.code)) || cause.message : String(cause);
}

/** C2: every acknowledged move is in the log, once, under the version that was answered; and the log has no gap. */
export async function expectNothingLost(
	sql: Sql,
	shopId: string,
	acknowledged: readonly Acknowledged[]
): Promise<void> {
	const rows = await sql<{ mutationId: string; number: number; version: string }[]>`
		select mutation_id as "mutationId", job_number as number, version from job_events
		where shop_id = ${shopId} order by version`;
	const logged = new Map(rows.map(({ mutationId, ...row }) => [mutationId, row]));
	const lost = acknowledged.filter(({ mutationId, number, version }) => {
		const found = logged.get(mutationId);
		return found?.number !== number || Number(found.version) !== version;
	});
	expect(lost).toEqual([]);
	expect(rows.map(({ version }) => Number(version))).toEqual(
		rows.map((_, index) => FIRST_VERSION + 1 + index)
	);
	expect(logged.size).toBe(rows.length);
}
