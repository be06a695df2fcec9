import { answer, openApi } from '#lib/server/http/api.ts';
import { openApiDocument } from '#lib/server/openapi/openapi-document.ts';
import { OPERATIONS } from '#lib/server/openapi/operations.ts';

const DOCUMENT = openApiDocument(OPERATIONS);

export const GET = openApi(() => Promise.resolve(answer(DOCUMENT)));
