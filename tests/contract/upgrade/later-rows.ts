/** Rows of what later versions added, by the step that made room for them. */
export const LATER_ROWS: { since: string; sql: string }[] = [
	{
		since: '0002_people_mutations',
		sql: `insert into person_mutations (shop_id, mutation_id, person_id, answer)
			select shop_id, gen_random_uuid(), id, '{"name": "Ana Ruiz"}' from people where email like 'ana@%'`
	},
	{
		since: '0003_people_files_finding',
		sql: `update attachments set caption = 'From above', cleaned = true, by_id = 'someone', by_name = 'Ana Ruiz'
				where kind = 'inspiration';
			update contacts set version = 3 where name = 'Tom Baker';
			insert into contact_mutations (shop_id, mutation_id, contact_id, answer)
				select shop_id, gen_random_uuid(), id, '{"request": "x", "before": null}' from contacts where version = 3;
			insert into object_removals (shop_id, key, due_at, attempts)
				select id, 'shops/' || id || '/jobs/1/gone', '2026-01-09T10:00:00Z', 2 from shops;
			insert into job_events (shop_id, version, job_number, kind, at, by_device, fact, gone)
				select id, version + 1, 99, 'deleted', '2026-01-09T10:00:00Z', 'Firefox on Linux', '{"kind": "deleted"}', true
				from shops;
			update shops set version = version + 1, last_job_number = 99`
	},
	{
		since: '0004_finding',
		sql: `update people set preferences = '{"view": "list"}' where role = 'salesperson'`
	},
	{
		since: '0006_wall_people_settings',
		sql: `update shops set settings_version = 4, rules_version = 5,
				settings = '{"locations": ["Safe 1", "Safe 2"]}', logo = '{"id": "logo", "width": 64, "height": 32}';
			insert into audit_entries (shop_id, id, at, by_name, fact)
				select id, 'one', '2026-01-09T10:00:00Z', 'Elena Marchetti', '{"kind": "shop_changed", "changes": []}' from shops;
			insert into displays (shop_id, id, name, settings, token_hash, paired_at)
				select id, 'wall', 'Front wall', '{"density": "roomy"}', 'hash', '2026-01-09T10:00:00Z' from shops;
			insert into display_codes values ('code', 'token', '2026-01-09T10:00:00Z');
			insert into access_links (shop_id, id, kind, token_hash, name, role, created_at, expires_at)
				select id, 'link', 'invitation', 'hash', 'Sam', 'viewer', '2026-01-09T10:00:00Z', '2026-01-16T10:00:00Z'
				from shops`
	}
];
