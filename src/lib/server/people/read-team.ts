import type { Actor } from '#lib/people/actor.ts';
import { NAMED_JOBS, type TeamMember } from '#lib/people/team.ts';
import { instantOf } from '#lib/server/db/instants.ts';
import type { Deps } from '#lib/server/deps.ts';
import { requireManager } from './change-person.ts';
import { listPeople } from './list-people.ts';

/** P1, P3: the people of the actor's shop as its admins look after them. Throws `forbidden`. */
export async function readTeam(deps: Pick<Deps, 'db' | 'sql'>, actor: Actor): Promise<TeamMember[]> {
	requireManager(actor);
	const [people, sessions, jobs] = await Promise.all([
		listPeople(deps, actor),
		readSessions(deps, actor.shopId),
		readOpenJobs(deps, actor.shopId)
	]);
	return people.map((person) => ({
		...person,
		sessions: sessions.get(person.id)?.count ?? 0,
		seenAt: sessions.get(person.id)?.seenAt ?? null,
		jobs: jobs.get(person.id) ?? { count: 0, numbers: [] }
	}));
}

async function readSessions({ sql }: Pick<Deps, 'sql'>, shopId: string) {
	const rows = await sql<{ id: string; count: number; seen_at: string }[]>`
		select person_id as id, count(*)::int as count, max(coalesce(seen_at, created_at)) as seen_at
		from sessions where shop_id = ${shopId} and expires_at > now() group by person_id`;
	return new Map(rows.map(({ id, count, seen_at: at }) => [id, { count, seenAt: instantOf(at) }]));
}

/** The newest are named; all are counted. A job whose salesperson is its bench jeweler too is one. */
async function readOpenJobs({ sql }: Pick<Deps, 'sql'>, shopId: string) {
	const rows = await sql<{ id: string; count: number; numbers: number[] }[]>`
		select id, count(*)::int as count, (array_agg(number order by number desc))[:${NAMED_JOBS}::int] as numbers
		from (
			select salesperson_id as id, number from jobs where shop_id = ${shopId} and closed_at is null
			union
			select jeweler_id, number from jobs
			where shop_id = ${shopId} and closed_at is null and jeweler_id is not null
		) as theirs group by id`;
	return new Map(rows.map(({ id, count, numbers }) => [id, { count, numbers }]));
}
