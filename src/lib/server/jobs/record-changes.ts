import type { JobFact } from '#lib/jobs/job-events.ts';
import type { Actor } from '#lib/people/actor.ts';
import type { Change } from '#lib/realtime/protocol.ts';
import type { Transaction } from '#lib/server/db/transaction.ts';
import { CHANGES_CHANNEL, encodeVersion } from '#lib/server/feed/notification.ts';

/** A change with what history says of it and what it was answered. */
export interface LoggedChange {
	change: Omit<Change, 'by'>;
	fact: JobFact;
	answer: object;
}

/** PostgreSQL takes at most 65,535 values in one statement. */
const PORTION = 500;

/**
 * W11: writes many changes of one actor down, in the order of their versions, and announces the last version alone: every
 * node then reads them from the log in portions, instead of hearing thousands of them one by one.
 */
export async function recordChanges(
	tx: Transaction,
	actor: Actor,
	changes: readonly LoggedChange[]
): Promise<void> {
	for (let start = 0; start < changes.length; start += PORTION) {
		const rows = changes.slice(start, start + PORTION).map((logged) => eventRow(actor, logged));
		await tx`insert into job_events ${tx(rows)}`;
	}
	const last = changes.at(-1);
	if (last)
		await tx`select pg_notify(${CHANGES_CHANNEL}, ${encodeVersion(actor.shopId, last.change.version)})`;
}

function eventRow(actor: Actor, { change, fact, answer }: LoggedChange) {
	return {
		shop_id: actor.shopId,
		version: change.version,
		job_number: change.number,
		kind: change.kind,
		at: change.at,
		by_id: actor.id,
		by_name: actor.name,
		by_device: actor.kind === 'person' ? (actor.device ?? null) : null,
		fact: JSON.stringify(fact),
		set: change.set ? JSON.stringify(change.set) : null,
		gone: change.gone ?? false,
		mutation_id: change.mutationId ?? null,
		answer: JSON.stringify(answer)
	};
}
