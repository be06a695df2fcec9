import { issueCode } from '#lib/server/displays/issue-code.ts';
import { tomorrow } from '#tests/contract/api-client.ts';
import { formOf, type UploadParts } from '#tests/contract/upload-client.ts';
import { png } from '#tests/support/pictures.ts';
import type { Target } from './targets.ts';
import { PASSWORD, type TwoShops } from './two-shops.ts';

/** A request that is right: whoever may make it is answered as the OpenAPI document says. */
export interface RightRequest {
	/** What stands for `{number}` or `{id}`. */
	in?: string | number;
	query?: Record<string, string>;
	body?: object;
	form?: UploadParts;
}

/** Makes a request of what a target has; `email` is of somebody who may sign in. */
export type Make = (
	of: Target,
	around: { shops: TwoShops; email: string }
) => Promise<RightRequest> | RightRequest;

const mutationOf = async (of: Target) => ({ mutationId: await of.mutation() });
const move = async (of: Target) => ({ ...(await mutationOf(of)), from: 'IP', to: 'RP' });
const ON_BOARD = { status: 'IP' } as const;
const CLOSED = {
	columns: { closed_at: '2026-02-03', outcome: 'cancelled', closing_reason: 'x' }
} as const;

/** One right request for every operation of the OpenAPI document, with every id that it can name. */
export const REQUESTS: Record<string, Make> = {
	'post /session': (_of, { email }) => ({ body: { email, password: PASSWORD } }),
	'delete /session': () => ({}),
	'get /board': () => ({}),
	'get /board/changes': () => ({ query: { since: '1' } }),
	'get /dashboard': () => ({}),
	'get /openapi.json': () => ({}),

	'get /jobs': async (of) => ({ query: await filters(of) }),
	'get /jobs.csv': async (of) => ({ query: await filters(of) }),
	'put /preferences': () => ({ body: { view: 'list', search: '?status=IP' } }),
	'post /jobs': async (of) => ({
		body: {
			...(await mutationOf(of)),
			type: 'repair',
			promisedOn: tomorrow(),
			customerId: await of.contact(),
			vendorId: await of.contact('vendor'),
			salespersonId: await of.person(),
			jewelerId: await of.person()
		}
	}),
	'get /jobs/{number}': async (of) => ({ in: await of.job() }),
	'patch /jobs/{number}': async (of) => ({
		in: await of.job(ON_BOARD),
		body: { ...(await mutationOf(of)), version: 1, location: 'Bench 2' }
	}),
	'delete /jobs/{number}': async (of) => ({ in: await of.job(), query: await mutationOf(of) }),
	'post /jobs/{number}/refresh-customer': async (of) => ({ in: await of.job(), body: await mutationOf(of) }),
	'get /jobs/{number}/history': async (of) => ({ in: await of.movedJob() }),
	'post /jobs/{number}/moves': async (of) => ({
		in: await of.job(ON_BOARD),
		body: {
			...(await move(of)),
			after: await of.job({ status: 'RP' }),
			before: await of.job({ status: 'RP' })
		}
	}),
	'post /jobs/{number}/undo': async (of) => ({ in: await of.movedJob(), body: await mutationOf(of) }),
	'post /jobs/{number}/close': async (of) => ({
		in: await of.job(),
		body: { ...(await mutationOf(of)), outcome: 'cancelled', reason: 'Not wanted any more' }
	}),
	'post /jobs/{number}/reopen': async (of) => ({ in: await of.job(CLOSED), body: await mutationOf(of) }),

	'get /contacts': async (of) => ({ query: { cursor: await of.contact() } }),
	'post /contacts': async (of) => ({ body: { ...(await mutationOf(of)), name: 'Bo', roles: ['vendor'] } }),
	'get /contacts/{id}': async (of) => ({ in: await of.contact() }),
	'patch /contacts/{id}': async (of) => ({
		in: await of.contact(),
		body: { ...(await mutationOf(of)), version: 1, notes: 'Calls at noon' }
	}),
	'delete /contacts/{id}': async (of) => ({ in: await of.contact() }),
	'post /contacts/{id}/archive': async (of) => ({ in: await of.contact(), body: await mutationOf(of) }),
	'post /contacts/{id}/restore': async (of) => ({ in: await of.contact(), body: await mutationOf(of) }),

	'get /people': () => ({}),
	'post /people': async (of) => {
		const { mutationId } = await mutationOf(of);
		const email = `${mutationId}@example.test`;
		return { body: { mutationId, name: 'Bo', email, role: 'viewer', password: PASSWORD } };
	},
	'patch /people/{id}': async (of) => ({
		in: await of.person(),
		body: { ...(await mutationOf(of)), name: 'Bo', role: 'jeweler', active: false }
	}),
	'post /people/{id}/password-link': async (of) => ({ in: await of.person() }),
	'get /invitations': () => ({}),
	'post /invitations': async (of) => ({ body: { ...(await mutationOf(of)), name: 'Bo', role: 'viewer' } }),
	'delete /invitations/{id}': async (of) => ({ in: await of.invitation() }),
	'patch /profile': async (of) => ({ body: { ...(await mutationOf(of)), name: 'Bo' } }),
	'post /profile/password': () => ({ body: { current: PASSWORD, password: `new ${PASSWORD}` } }),
	'get /sessions': () => ({}),
	'delete /sessions': () => ({}),
	'delete /sessions/{id}': async (of) => ({ in: await of.session() }),

	'get /jobs/{number}/attachments': async (of) => ({ in: await of.job() }),
	'post /jobs/{number}/attachments': async (of) => ({
		in: await of.job(),
		form: { kind: 'drawing', ...(await mutationOf(of)), file: await png(40, 30) }
	}),
	'get /attachments/{id}': async (of) => ({ in: await of.picture() }),
	'delete /attachments/{id}': async (of) => ({ in: await of.picture() }),
	'get /attachments/{id}/thumbnail': async (of) => ({ in: await of.picture() }),

	'get /displays': () => ({}),
	'post /displays': async (of, { shops }) => ({
		body: { ...(await mutationOf(of)), code: await shownCode(shops), name: 'Window' }
	}),
	'patch /displays/{id}': async (of) => ({
		in: await of.display(),
		body: { ...(await mutationOf(of)), name: 'Window', settings: { customers: 'full' } }
	}),
	'delete /displays/{id}': async (of) => ({ in: await of.display() }),
	'post /displays/code': () => ({}),
	'get /displays/code': () => ({}),

	'get /settings': () => ({}),
	'patch /settings': async (of, { shops: { deps, ours } }) => {
		const [shop] = await deps.sql<{ version: number }[]>`
			select settings_version as version from shops where id = ${ours.shopId}`;
		return { body: { ...(await mutationOf(of)), version: shop!.version, dueSoonDays: 4 } };
	},
	'get /shop/logo': () => ({}),
	'put /shop/logo': async () => ({ form: { file: await png(40, 30) } }),
	'delete /shop/logo': () => ({}),
	'get /audit': async (of) => ({ query: { by: await of.person() } }),
	'get /audit.csv': async (of) => ({ query: { by: await of.person() } })
};

/** The ids that stand in no request above. */
export const MORE_IDS: readonly [operation: string, make: Make][] = [
	[
		'post /jobs/{number}/moves',
		async (of) => ({
			in: await of.job({ status: 'QN' }),
			body: { ...(await mutationOf(of)), from: 'QN', to: 'AVQ', vendorId: await of.contact('vendor') }
		})
	],
	[
		'post /jobs/{number}/refresh-customer',
		async (of) => ({
			in: await of.job(),
			body: { ...(await mutationOf(of)), contact: { id: await of.contact(), version: 1 } }
		})
	],
	[
		'patch /jobs/{number}',
		async (of) => ({
			in: await of.job(),
			body: {
				...(await mutationOf(of)),
				version: 1,
				customerId: await of.contact(),
				vendorId: await of.contact('vendor'),
				salespersonId: await of.person(),
				jewelerId: await of.person()
			}
		})
	]
];

async function filters(of: Target): Promise<Record<string, string>> {
	return {
		salesperson: await of.person(),
		jeweler: await of.person(),
		vendor: await of.contact('vendor')
	};
}

async function shownCode({ deps }: TwoShops): Promise<string> {
	const { pairing } = await issueCode(deps, undefined);
	if (pairing.state !== 'waiting') throw new Error('A new screen waits');
	return pairing.code;
}

/** The address below `/api/v1` of an operation that is asked for so. */
export function addressOf(path: string, { in: named, query }: RightRequest): string {
	const search = query ? `?${new URLSearchParams(query).toString()}` : '';
	return path.replace(/\{\w+\}/, String(named)) + search;
}

export function bodyOf({ body, form }: RightRequest): { body?: BodyInit; headers?: Record<string, string> } {
	if (form) return { body: formOf(form) };
	return body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {};
}
