import type { ListAuditInput } from './audit-input.ts';

/** The query of the log's address; empty for all of it. */
export function searchOfAudit(query: ListAuditInput): string {
	const named = Object.entries(query).flatMap(([name, value]) =>
		value === undefined ? [] : [[name, String(value)]]
	);
	return named.length > 0 ? `?${new URLSearchParams(named).toString()}` : '';
}
