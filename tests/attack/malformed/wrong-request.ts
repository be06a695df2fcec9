import { openApiDocument } from '#lib/server/openapi/openapi-document.ts';
import { OPERATIONS } from '#lib/server/openapi/operations.ts';
import type { Random } from '#tests/simulation/random.ts';
import { broken, brokenJson } from './broken-json.ts';
import { oddText } from './odd-values.ts';
import { valueOf, type JsonSchema, type KnownIds } from './schema-value.ts';
import { FORM_TYPES, tornForm } from './torn-form.ts';

/** A request as it goes over the wire, right or wrong. */
export interface WireRequest {
	method: string;
	target: string;
	/** Names may come twice. */
	headers: [name: string, value: string][];
	body: Buffer;
	/** The length that is claimed is not the body's: there may be no answer to that. */
	isCut: boolean;
}

interface Described {
	method: string;
	path: string;
	query: Record<string, JsonSchema>;
	body: JsonSchema | null;
	isForm: boolean;
}

/** Every operation as the OpenAPI document describes it. */
const DESCRIBED: readonly Described[] = describeAll();

/** Pages read odd addresses too. */
const PAGES = [
	'/',
	'/work-orders',
	'/work-orders/list',
	'/work-orders/{number}',
	'/work-orders/list/__data.json',
	'/contacts',
	'/contacts/{id}',
	'/dashboard',
	'/settings',
	'/settings/audit',
	'/settings/people',
	'/display',
	'/sign-in',
	'/set-up',
	'/join/{id}',
	'/password/{id}',
	'/custom-builds/{id}',
	'/offline',
	'/_app/immutable/{id}',
	'/{id}'
];
const PAGE_QUERIES = [
	'q',
	'status',
	'salesperson',
	'vendor',
	'due',
	'cursor',
	'sort',
	'next',
	'by',
	'topic',
	'job',
	'type'
];

const METHODS = [
	'GET',
	'POST',
	'PUT',
	'PATCH',
	'DELETE',
	'HEAD',
	'OPTIONS',
	'TRACE',
	'PROPFIND',
	'get',
	'GETS'
];

const CONTENT_TYPES = [
	'application/json',
	'application/json; charset=utf-16',
	'application/json; charset=\u0080',
	'application/vnd.api+json',
	'text/plain',
	'application/x-www-form-urlencoded',
	'multipart/form-data',
	'multipart/form-data; boundary=boundary',
	'multipart/form-data; boundary=""',
	'application/xml',
	'',
	';',
	'x'.repeat(3_000)
];

/** Makes a wrong request; seldom it happens to be a right one. */
export function wrongRequest(random: Random, known: KnownIds, token: string): WireRequest {
	const isPage = random.chance(0.12);
	const operation: Described = isPage ? page(random) : random.pick(DESCRIBED);
	const method = random.chance(0.06) ? random.pick(METHODS) : operation.method;
	const content = contentOf(operation, random, known);
	const target = `${isPage ? '' : '/api/v1'}${pathOf(operation.path, random, known)}${queryOf(operation, random, known)}`;
	const length = random.chance(0.02)
		? random.pick(['1', '999999', '-1', '1e3', '0x5', ''])
		: String(content.body.length);
	const headers: WireRequest['headers'] = [
		['content-type', random.chance(0.08) ? random.pick(CONTENT_TYPES) : content.type],
		['content-length', length],
		...credentialsOf(token, random),
		...oddHeaders(random)
	];
	return { method, target, headers, body: content.body, isCut: length !== String(content.body.length) };
}

function page(random: Random): Described {
	const query = Object.fromEntries(PAGE_QUERIES.map((name) => [name, { type: 'string' }]));
	const method = random.chance(0.25) ? 'POST' : 'GET';
	return { method, path: random.pick(PAGES), query, body: null, isForm: false };
}

function contentOf({ body, isForm, method }: Described, random: Random, known: KnownIds) {
	if (isForm) return { type: random.pick(FORM_TYPES), body: Buffer.from(tornForm(random), 'latin1') };
	if (!body && method !== 'POST') return { type: 'application/json', body: Buffer.alloc(0) };
	if (!body) return { type: 'application/x-www-form-urlencoded', body: Buffer.from(oddQuery(random)) };
	const right = valueOf(body, random, known);
	let value = right;
	for (let count = random.between(0, 3); count > 0; count--) value = broken(value, random);
	return { type: 'application/json', body: brokenJson(value, random) };
}

function pathOf(path: string, random: Random, known: KnownIds): string {
	const named = path.replace(/\{(\w+)\}/g, (_, name: string) => {
		if (random.chance(0.75))
			return String(random.pick<unknown>(name === 'number' ? known.numbers : known.ids));
		return oddPart(random);
	});
	return random.chance(0.03)
		? named + random.pick(['/', '//', '/..', '/%2e%2e/', '/__data.json', '%00', '.json'])
		: named;
}

/** A part of an address, written rightly or not at all. */
function oddPart(random: Random): string {
	const text = oddText(random).slice(0, 4_000);
	const isWritten = random.chance(0.8);
	return isWritten
		? encodeURIComponent(text.toWellFormed())
		: random.pick(['%', '%zz', '%00', '%c0%af', '%ff', '..%2f..', '.', '\u0080']);
}

function queryOf({ query }: Described, random: Random, known: KnownIds): string {
	const names = Object.keys(query).filter(() => random.chance(0.4));
	if (random.chance(0.1))
		names.push(random.pick(['__proto__', 'shopId', 'as', 'x-sveltekit-invalidated', oddPart(random)]));
	const pairs = names.map((name) => {
		const value = random.chance(0.5)
			? oddPart(random)
			: encodeURIComponent(String(valueOf(query[name] ?? {}, random, known, name)));
		return `${name}=${value}${random.chance(0.1) ? `&${name}=${value}` : ''}`;
	});
	return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

function oddQuery(random: Random): string {
	return PAGE_QUERIES.map((name) => `${name}=${oddPart(random)}`).join('&');
}

function credentialsOf(token: string, random: Random): WireRequest['headers'] {
	const odd = oneLine(oddText(random));
	return random.pick<WireRequest['headers']>([
		...Array.from({ length: 30 }, (): WireRequest['headers'] => [['authorization', `Bearer ${token}`]]),
		[
			['cookie', `benchboard_session=${token}`],
			['origin', 'https://board.example.com']
		],
		[['cookie', `benchboard_session=${odd}; benchboard_display=${odd}; theme=${odd}`]],
		[['authorization', `Bearer ${odd}`]],
		[
			['authorization', `Bearer ${token}`],
			['authorization', `Basic ${odd}`]
		],
		[['authorization', 'Bearer']],
		[]
	]);
}

const ODD_HEADERS = [
	'accept',
	'accept-language',
	'accept-encoding',
	'cookie',
	'origin',
	'referer',
	'range',
	'if-none-match',
	'if-range',
	'user-agent',
	'x-forwarded-proto',
	'x-request-id',
	'x-sveltekit-action',
	'content-encoding',
	'content-type',
	'sec-fetch-site',
	'forwarded'
];

function oddHeaders(random: Random): WireRequest['headers'] {
	const count = random.chance(0.3) ? random.between(1, 3) : 0;
	const values = ['', '*', 'bytes=0-', 'bytes=9-1,-0', 'W/"x"', 'gzip', 'true', oneLine(oddText(random))];
	return Array.from({ length: count }, () => [random.pick(ODD_HEADERS), random.pick(values)]);
}

/** What a client in its senses could still put into a header; Node refuses the rest before anybody sees it. */
function oneLine(text: string): string {
	return text.replace(/[\r\n\0]/g, '').slice(0, 2_000);
}

function describeAll(): Described[] {
	type Operation = {
		parameters?: { name: string; schema: JsonSchema }[];
		requestBody?: { content: Record<string, { schema: JsonSchema }> };
	};
	const document = JSON.parse(JSON.stringify(openApiDocument(OPERATIONS))) as {
		paths: Record<string, Record<string, Operation>>;
	};
	return OPERATIONS.map(({ method, path }) => {
		const { parameters = [], requestBody } = document.paths[path]![method]!;
		const [content] = Object.entries(requestBody?.content ?? {});
		return {
			method: method.toUpperCase(),
			path,
			query: Object.fromEntries(parameters.map(({ name, schema }) => [name, schema])),
			body: content?.[1].schema ?? null,
			isForm: content?.[0] === 'multipart/form-data'
		};
	});
}
