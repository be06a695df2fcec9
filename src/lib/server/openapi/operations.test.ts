import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { openApiDocument } from './openapi-document.ts';
import { OPERATIONS } from './operations.ts';

const ROUTES = fileURLToPath(new URL('../../../routes/api/v1', import.meta.url));

function routes(): string[] {
	const files = readdirSync(ROUTES, { recursive: true, encoding: 'utf8' });
	return files.filter((file) => path.basename(file) === '+server.ts').flatMap(methodsOf);
}

function methodsOf(file: string): string[] {
	const address = `/${path.dirname(file).replaceAll('\\', '/')}`.replace(/\[(\w+)\]/g, '{$1}');
	const source = readFileSync(path.join(ROUTES, file), 'utf8');
	const methods = [...source.matchAll(/^export const (GET|POST|PATCH|PUT|DELETE)\b/gm)];
	return methods.map(([, method]) => `${String(method)} ${address}`);
}

describe('the OpenAPI document', () => {
	test('tells of every method of every route, and of no other', () => {
		const told = OPERATIONS.map(({ method, path: address }) => `${method.toUpperCase()} ${address}`);
		expect(told.sort()).toEqual(routes().sort());
	});

	test('has a JSON Schema of every input, made from the schema that parses it', () => {
		const document = JSON.parse(JSON.stringify(openApiDocument(OPERATIONS))) as {
			paths: Record<
				string,
				Record<string, { requestBody?: { content: Record<string, { schema: object }> } }>
			>;
		};
		for (const { method, path: address, body } of OPERATIONS) {
			const schema = document.paths[address]?.[method]?.requestBody?.content['application/json']?.schema;
			expect(schema === undefined, `${method} ${address}`).toBe(body === undefined);
			if (schema) expect(schema).toMatchObject({ type: 'object', required: expect.any(Array) as string[] });
		}
		const move =
			document.paths['/jobs/{number}/moves']?.post?.requestBody?.content['application/json']?.schema;
		expect(move).toMatchObject({
			required: ['mutationId', 'from', 'to'],
			properties: { to: { enum: ['QN', 'AVQ', 'CR', 'IP', 'RP', 'OH'] } }
		});
	});

	test('tells of the parts of a form, the file among them', () => {
		const document = JSON.parse(JSON.stringify(openApiDocument(OPERATIONS))) as {
			paths: Record<string, Record<string, { requestBody: { content: Record<string, { schema: object }> } }>>;
		};
		const { content } = document.paths['/jobs/{number}/attachments']!.post!.requestBody;
		expect(content['multipart/form-data']?.schema).toMatchObject({
			required: ['kind', 'file'],
			properties: { kind: { enum: ['inspiration', 'drawing'] }, file: { format: 'binary' }, mutationId: {} }
		});
	});
});
