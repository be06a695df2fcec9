import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { ListAuditInput } from '#lib/audit/audit-input.ts';
import { searchOfAudit } from '#lib/audit/audit-search.ts';
import { readAudit } from '#lib/server/audit/read-audit.ts';
import { listPeople } from '#lib/server/people/list-people.ts';
import { requireAdminPage } from '#lib/server/http/admin-page.ts';
import type { PageServerLoad } from './$types';

/** The log that the address asks for; an address that makes no sense leads to all of it. */
export const load: PageServerLoad = async (event) => {
	const actor = requireAdminPage(event);
	const { deps } = event.locals;
	const { pathname, searchParams } = event.url;
	// A filter that is left open comes as an empty field.
	const named = [...searchParams].filter(([, value]) => value !== '');
	const parsed = v.safeParse(ListAuditInput, Object.fromEntries(named));
	if (!parsed.success) redirect(303, pathname);
	if (named.length < searchParams.size) redirect(303, pathname + searchOfAudit(parsed.output));
	const [page, people] = await Promise.all([readAudit(deps, actor, parsed.output), listPeople(deps, actor)]);
	return { query: parsed.output, page, people: people.map(({ id, name }) => ({ id, name })) };
};
