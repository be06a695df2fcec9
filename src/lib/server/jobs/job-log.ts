import type { JobFact } from '#lib/jobs/job-events.ts';
import type { Instant } from '#lib/kernel/dates.ts';
import type { Actor } from '#lib/people/actor.ts';
import type { Change, ChangeKind } from '#lib/realtime/protocol.ts';
import { AppError } from '#lib/server/app-error.ts';
import { instantOf } from '#lib/server/db/instants.ts';
import type { Statement, Statements, Transaction } from '#lib/server/db/transaction.ts';
import { CHANGES_CHANNEL, encodeNotification } from '#lib/server/feed/notification.ts';

/** A mutation that was answered before. */
export interface AnsweredMutation {
	kind: ChangeKind;
	number: number;
	byId: string | null;
	answer: object;
}

/**
 * The mutation of that id, when it came before. Look only after locking what the mutation changes: then the same
 * one at the same time has either committed or not begun.
 */
export async function findMutation(
	sql: Statements,
	shopId: string,
	mutationId: string
): Promise<AnsweredMutation | undefined> {
	const [event] = await sql<AnsweredMutation[]>`
		select kind, job_number as number, by_id as "byId", answer from job_events
		where shop_id = ${shopId} and mutation_id = ${mutationId}`;
	return event;
}

/** The answer that the mutation got. Throws `mutation.reused` when it was another request's, or another person's. */
export function answerAgain<Answer extends object>(
	earlier: AnsweredMutation,
	actor: Actor,
	asked: { kind: ChangeKind; number?: number }
): Answer {
	const isSame =
		earlier.kind === asked.kind &&
		earlier.byId === actor.id &&
		(asked.number === undefined || earlier.number === asked.number);
	if (!isSame) throw new AppError('mutation.reused');
	return earlier.answer as Answer;
}

/** Takes the shop's next version. From here to the commit the shop's changes happen one after the other: call it late. */
export async function nextVersion(tx: Transaction, shopId: string): Promise<number> {
	const [shop] = await tx<{ version: string }[]>`
		update shops set version = version + 1 where id = ${shopId} returning version`;
	if (!shop) throw new Error('The shop of a job is gone');
	return Number(shop.version);
}

/** W11: writes a change down with who made it and its answer, and announces it to every node when the transaction commits. */
export function recordChange(
	tx: Transaction,
	actor: Actor,
	change: Omit<Change, 'by'>,
	{ fact, answer }: { fact: JobFact; answer: object }
): Statement {
	const { version, number, kind, at, set, gone = false, mutationId } = change;
	const { shopId } = actor;
	const by = { id: actor.id, name: actor.name };
	const device = actor.kind === 'person' ? (actor.device ?? null) : null;
	return tx`
		with logged as (
			insert into job_events
				(shop_id, version, job_number, kind, at, by_id, by_name, by_device, fact, set, gone, mutation_id, answer)
			values (
				${shopId}, ${version}, ${number}, ${kind}, ${at}, ${by.id}, ${by.name}, ${device},
				${JSON.stringify(fact)}::text::jsonb, ${set ? JSON.stringify(set) : null}::text::jsonb, ${gone},
				${mutationId ?? null}, ${JSON.stringify(answer)}::text::jsonb
			)
		)
		select pg_notify(${CHANGES_CHANNEL}, ${encodeNotification(shopId, { ...change, by })})`;
}

export interface LoggedEvent {
	kind: ChangeKind;
	at: Instant;
	by: { id: string; name: string } | null;
	fact: JobFact;
}

/** The last thing that happened to a job. */
export async function findLastEvent(
	sql: Statements,
	shopId: string,
	number: number
): Promise<LoggedEvent | undefined> {
	const [row] = await sql<EventRow[]>`
		select kind, at, by_id, by_name, fact from job_events
		where shop_id = ${shopId} and job_number = ${number} order by version desc limit 1`;
	return row && toEvent(row);
}

/** J7: what happened to a job after a version, oldest first. */
export async function findLaterEvents(
	sql: Statements,
	shopId: string,
	{ number, version }: { number: number; version: number }
): Promise<LoggedEvent[]> {
	const rows = await sql<EventRow[]>`
		select kind, at, by_id, by_name, fact from job_events
		where shop_id = ${shopId} and job_number = ${number} and version > ${version} order by version`;
	return rows.map(toEvent);
}

/** W8: what brought a job into the status in which it is; re-orders inside a column do not count. */
export async function findLastMove(
	sql: Statements,
	shopId: string,
	number: number
): Promise<LoggedEvent | undefined> {
	const [row] = await sql<EventRow[]>`
		select kind, at, by_id, by_name, fact from job_events
		where shop_id = ${shopId} and job_number = ${number}
			and kind in ('moved', 'undone') and fact ->> 'from' <> fact ->> 'to'
		order by version desc limit 1`;
	return row && toEvent(row);
}

interface EventRow {
	kind: ChangeKind;
	at: string;
	by_id: string | null;
	by_name: string | null;
	fact: JobFact;
}

function toEvent(row: EventRow): LoggedEvent {
	const by = row.by_id === null ? null : { id: row.by_id, name: row.by_name ?? '' };
	return { kind: row.kind, at: instantOf(row.at), by, fact: row.fact };
}
