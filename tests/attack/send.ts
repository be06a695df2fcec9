import type { Operation } from '#lib/server/openapi/operation.ts';
import { headersOf, type Credentials } from './attackers.ts';
import { addressOf, bodyOf, type RightRequest } from './requests.ts';
import type { TwoShops } from './two-shops.ts';

export interface Answered {
	status: number;
	headers: Headers;
	text: string;
	/** The JSON, where it is some. */
	body: unknown;
}

/** Sends a request for an operation with somebody's credentials. */
export async function send(
	{ api }: TwoShops,
	{ method, path }: Operation,
	request: RightRequest,
	credentials: Credentials
): Promise<Answered> {
	const { body, headers } = bodyOf(request);
	const response = await fetch(`${api.app.url}/api/v1${addressOf(path, request)}`, {
		method: method.toUpperCase(),
		headers: { ...headers, ...headersOf(credentials) },
		...(body && { body })
	});
	const text = await response.text();
	const isJson = /[/+]json/.test(response.headers.get('content-type') ?? '');
	const parsed: unknown = isJson && text ? JSON.parse(text) : null;
	return { status: response.status, headers: response.headers, text, body: parsed };
}

/** What stands in a value, without the values: two answers of one shape tell no more than each other. */
export function shapeOf(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(shapeOf);
	if (value === null || typeof value !== 'object') return value === null ? 'null' : typeof value;
	return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shapeOf(part)]));
}
