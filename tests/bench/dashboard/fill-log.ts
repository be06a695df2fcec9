import type { Sql } from '#lib/server/db/client.ts';

/**
 * Gives the closed jobs of a shop a life in the log, spread over the last `days`, and puts the whole log in the order of
 * time, as a shop writes it. Each job is taken in, quoted, reviewed, made, held now and then, fetched and closed, with
 * entries of the size that the product writes.
 */
export async function fillLog(sql: Sql, shopId: string, days: number): Promise<void> {
	await sql.begin(async (tx) => {
		await tx`
			create temp table life on commit drop as
			select j.number, s.place, s.kind, s.came_from, s.went_to,
				now() - (random_start.days - s.days) * interval '1 day' as at
			from jobs j
			cross join lateral (select 40 + (j.number * 7919 % 1000) / 1000.0 * (${days}::float8 - 40) as days) random_start
			cross join lateral (values
				(0, 'created', null, 'QN', 0),
				(1, 'moved', 'QN', 'AVQ', 0.2 + j.number % 3),
				(2, 'moved', 'AVQ', 'CR', 3 + j.number % 4),
				(3, 'moved', 'CR', 'OH', 7 + j.number % 2),
				(4, 'moved', 'OH', 'CR', 9.5 + j.number % 3),
				(5, 'moved', 'CR', 'IP', 12.5 + j.number % 3),
				(6, 'moved', 'IP', 'RP', 16 + j.number % 9),
				(7, 'closed', 'RP', null, 25.5 + j.number % 13)
			) s (place, kind, came_from, went_to, days)
			where j.shop_id = ${shopId} and j.closed_at is not null and (s.place not in (3, 4) or j.number % 4 = 0)`;
		await tx`
			create temp table log on commit drop as
			select job_number, kind, at, by_id, by_name, fact, set, gone, answer from job_events where shop_id = ${shopId}
				and job_number in (select number from jobs where shop_id = ${shopId} and closed_at is null)
			union all
			select l.number, l.kind::change_kind, l.at, p.id, p.name,
				jsonb_strip_nulls(jsonb_build_object('kind', l.kind, 'from', l.came_from, 'to', l.went_to,
					'status', case l.kind when 'created' then l.went_to when 'closed' then l.came_from end,
					'outcome', case l.kind when 'closed' then 'picked_up' end, 'before', card.body)),
				case when l.kind = 'created' then card.body || jsonb_build_object('createdAt', l.at, 'statusSince', l.at)
					else jsonb_build_object('status', l.went_to, 'statusSince', l.at, 'version', 1) end,
				l.kind = 'closed', jsonb_build_object('version', 1, 'card', card.body)
			from life l
			join lateral (
				select id, name from people where shop_id = ${shopId} and role = 'admin' limit 1
			) p on true
			join jobs j on j.shop_id = ${shopId} and j.number = l.number
			cross join lateral (select jsonb_build_object('number', j.number, 'title', j.title, 'customer',
				j.customer_name, 'salesperson', jsonb_build_object('id', p.id, 'name', p.name, 'initials', 'EM'),
				'promisedOn', j.promised_on, 'location', 'Safe, tray 4', 'rank', j.rank) as body) card`;
		// The log refuses to be written anew.
		await tx`set local session_replication_role = replica`;
		await tx`delete from job_events where shop_id = ${shopId}`;
		await tx`
			insert into job_events (shop_id, version, job_number, kind, at, by_id, by_name, fact, set, gone, answer)
			select ${shopId}, row_number() over (order by at), job_number, kind, at, by_id, by_name, fact, set, gone, answer
			from log order by at`;
		await tx`
			update shops set version = (select count(*) from job_events where shop_id = ${shopId}) where id = ${shopId}`;
	});
	await sql`vacuum analyze job_events`;
}
