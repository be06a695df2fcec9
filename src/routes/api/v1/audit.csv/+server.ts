import { ExportAuditInput } from '#lib/audit/audit-input.ts';
import { exportAudit } from '#lib/server/audit/export-audit.ts';
import { api } from '#lib/server/http/api.ts';
import { csvResponse } from '#lib/server/http/csv-response.ts';
import { parseQuery } from '#lib/server/http/parse-query.ts';

export const GET = api(async ({ url }, { deps, actor }) =>
	csvResponse(await exportAudit(deps, actor, parseQuery(ExportAuditInput, url)))
);
