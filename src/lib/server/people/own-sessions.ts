import type { Actor } from '#lib/people/actor.ts';
import type { OwnSession } from '#lib/people/team.ts';
import { AppError } from '#lib/server/app-error.ts';
import { recordAudit } from '#lib/server/audit/record-audit.ts';
import { instantOf } from '#lib/server/db/instants.ts';
import type { Deps } from '#lib/server/deps.ts';
import { requirePersonActor } from './own-account.ts';
import { endSessionsOf, type Ending } from './session-store.ts';

/** P3: the actor's own sessions, the one that asks first, then by their last use. Throws `forbidden` for a display. */
export async function listSessions(
	{ sql }: Pick<Deps, 'sql'>,
	actor: Actor,
	current: string | undefined
): Promise<OwnSession[]> {
	const { shopId, id } = requirePersonActor(actor);
	const rows = await sql<{ id: string; device: string; created_at: string; seen_at: string }[]>`
		select id, device, created_at, coalesce(seen_at, created_at) as seen_at
		from sessions where shop_id = ${shopId} and person_id = ${id} and expires_at > now()
		order by id = ${current ?? ''} desc, seen_at desc, id`;
	return rows.map(({ created_at: at, seen_at: seen, ...row }) => ({
		...row,
		signedInAt: instantOf(at),
		seenAt: instantOf(seen),
		current: row.id === current
	}));
}

/** P3: signs the actor out at one other place. Throws `not_found` for a session that is not theirs, or is over. */
export async function endOwnSession(deps: Pick<Deps, 'db' | 'now'>, actor: Actor, id: string): Promise<void> {
	const ended = await end(deps, actor, { reason: 'signed_out', only: id });
	if (ended === 0) throw new AppError('not_found');
}

/** P3: signs the actor out everywhere but at the session that asks. */
export async function endOtherSessions(
	deps: Pick<Deps, 'db' | 'now'>,
	actor: Actor,
	current: string | undefined
): Promise<void> {
	await end(deps, actor, { reason: 'signed_out', except: current ?? '' });
}

function end({ db, now }: Pick<Deps, 'db' | 'now'>, actor: Actor, ending: Ending): Promise<number> {
	const self = requirePersonActor(actor);
	return db.transaction(async (tx) => {
		const devices = await endSessionsOf(tx, self, ending);
		if (devices.length > 0)
			await recordAudit(tx, self, { kind: 'sessions_ended', person: self.name, devices }, now());
		return devices.length;
	});
}
