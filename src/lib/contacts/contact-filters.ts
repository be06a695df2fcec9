import type { ListContactsInput } from './contact-input.ts';
import { CONTACT_ROLES, type ContactRole } from './contact.ts';

/** What the list of contacts shows. */
export interface ContactFilters {
	q: string;
	role: ContactRole | null;
	archived: boolean;
}

/** L1: reads the filters from an address; what means nothing there filters nothing. */
export function contactFiltersIn(search: URLSearchParams): ContactFilters {
	const role = CONTACT_ROLES.find((known) => known === search.get('role')) ?? null;
	return { q: search.get('q')?.trim() ?? '', role, archived: search.has('archived') };
}

/** L1: the address of the list with these filters, from a place in it on. */
export function contactsAddress({ q, role, archived }: ContactFilters, cursor: string | null = null): string {
	const query = new URLSearchParams({
		...(q && { q }),
		...(role && { role }),
		...(archived && { archived: 'true' }),
		...(cursor && { cursor })
	}).toString();
	return query ? `/contacts?${query}` : '/contacts';
}

/** The same as the query that the list is asked for. */
export function listQuery(
	{ q, role, archived }: ContactFilters,
	cursor: string | null
): ListContactsInputQuery {
	return {
		q,
		...(role && { role }),
		...(archived && { archived: 'true' as const }),
		...(cursor && { cursor })
	};
}
type ListContactsInputQuery = Pick<ListContactsInput, 'q' | 'role' | 'archived' | 'cursor'>;
