import { ListAuditInput } from '#lib/audit/audit-input.ts';
import { readAudit } from '#lib/server/audit/read-audit.ts';
import { answer, api } from '#lib/server/http/api.ts';
import { parseQuery } from '#lib/server/http/parse-query.ts';

export const GET = api(async ({ url }, { deps, actor }) =>
	answer(await readAudit(deps, actor, parseQuery(ListAuditInput, url)))
);
