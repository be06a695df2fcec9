import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { PROBLEM_STATUS, type ProblemCode } from '#lib/problems/problem.ts';
import { SESSION_COOKIE } from '#lib/server/http/session-cookie.ts';
import { PROBLEM_WORDS } from '#lib/problems/words.ts';
import type { Operation } from './operation.ts';

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 document of some operations: what they read comes from the very schemas that parse it. */
export function openApiDocument(operations: readonly Operation[]): Json {
	const paths: Record<string, Json> = {};
	for (const operation of operations) {
		const path = (paths[operation.path] ??= pathItem(operation.path));
		path[operation.method] = describe(operation);
	}
	return {
		openapi: '3.1.0',
		info: { title: 'Benchboard', version: '1', summary: 'The live job board of a jewelry shop' },
		servers: [{ url: '/api/v1' }],
		security: [{ session: [] }, { cookie: [] }],
		paths,
		components: {
			securitySchemes: {
				session: { type: 'http', scheme: 'bearer' },
				cookie: { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE }
			},
			schemas: { Problem: problemSchema() }
		}
	};
}

function pathItem(path: string): Json {
	const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
	const parameter = (name: unknown) => ({ name, in: 'path', required: true, schema: { type: 'string' } });
	return names.length > 0 ? { parameters: names.map(parameter) } : {};
}

function describe(operation: Operation): Json {
	const { summary, body, upload, query, isPublic } = operation;
	return {
		summary,
		...(isPublic && { security: [] }),
		...(query && { parameters: queryParameters(query) }),
		...(body && {
			requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body) } } }
		}),
		...(upload && {
			requestBody: { required: true, content: { 'multipart/form-data': { schema: withFile(upload) } } }
		}),
		responses: { ...success(operation), ...refusals(operation) }
	};
}

function success({ answer: { status, description, type = 'application/json' } }: Operation): Json {
	return { [status]: { description, ...(type && { content: { [type]: {} } }) } };
}

/** The refusals of an operation by HTTP status, each with its codes and what they mean. */
function refusals(operation: Operation): Json {
	const codes = codesOf(operation);
	const statuses = [...new Set(codes.map((code) => PROBLEM_STATUS[code]))];
	const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
	const refusal = (status: number) => ({
		description: codes
			.filter((code) => PROBLEM_STATUS[code] === status)
			.map(meaning)
			.join('; '),
		content
	});
	return Object.fromEntries(statuses.map((status) => [status, refusal(status)]));
}

function codesOf({ body, upload, query, problems = [], isPublic, isHidden }: Operation): ProblemCode[] {
	return [
		...(isPublic || isHidden ? [] : (['unauthenticated'] as const)),
		...(body || upload ? (['request.unreadable', 'request.type'] as const) : []),
		...(body ? (['request.too_large'] as const) : []),
		...(body || upload || query ? (['input.invalid'] as const) : []),
		...problems,
		'service.unavailable',
		'server.fault'
	];
}

function meaning(code: ProblemCode): string {
	return `\`${code}\`: ${PROBLEM_WORDS[code].title}`;
}

function queryParameters(query: GenericSchema): Json[] {
	const { properties = {}, required = [] } = schemaOf(query) as { properties?: Json; required?: string[] };
	return Object.entries(properties).map(([name, schema]) => ({
		name,
		in: 'query',
		required: required.includes(name),
		schema
	}));
}

/** What a client sends. Checks that no JSON Schema can say (a day that exists) are left to the server's answer. */
function schemaOf(schema: GenericSchema): object {
	const { $schema: _, ...json } = toJsonSchema(schema, {
		target: 'draft-2020-12',
		typeMode: 'input',
		errorMode: 'ignore'
	});
	return json;
}

/** The text parts of a form, and its file. */
function withFile(upload: GenericSchema): Json {
	const {
		properties = {},
		required = [],
		...rest
	} = schemaOf(upload) as { properties?: Json; required?: string[] };
	const file = { type: 'string', format: 'binary' };
	return { ...rest, properties: { ...properties, file }, required: [...required, 'file'] };
}

function problemSchema(): Json {
	return {
		type: 'object',
		required: ['type', 'title', 'status', 'code', 'detail'],
		properties: {
			type: { type: 'string' },
			title: { type: 'string' },
			status: { type: 'integer' },
			code: { enum: Object.keys(PROBLEM_STATUS) },
			detail: { type: 'string' },
			fields: { type: 'object', additionalProperties: { type: 'string' } }
		}
	};
}
