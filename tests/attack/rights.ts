import { abilitiesOf, mayMove, type Abilities } from '#lib/jobs/abilities.ts';
import { ROLES } from '#lib/people/actor.ts';
import type { Column } from './attackers.ts';

/** Answered as the OpenAPI document says, or refused with this status. */
export type Expected = 'ok' | 401 | 403 | 404;

const by = (may: (abilities: Abilities) => boolean) =>
	ROLES.map((role) => {
		const person = { kind: 'person', shopId: '', id: '', name: '', role } as const;
		return may(abilitiesOf(person)) ? 'ok' : 403;
	}) as [Expected, Expected, Expected, Expected];

/** What W13's table of rights says, for admin, salesperson, jeweler and viewer. */
export const may = (right: keyof Abilities) => by((abilities) => abilities[right] === true);
const mayEdit = (field: 'location' | 'customerId') => by(({ edit }) => edit.includes(field));
const mayMoveOn = by((abilities) => mayMove(abilities, 'IP', 'RP'));
export const ALL = by(() => true);

/**
 * What every operation answers whom. A new operation gets its row here, or the suite fails. A page of another site reads as
 * the person in whose browser it is (it never sees the answer), and changes nothing.
 */
const TABLE: Record<string, readonly Expected[]> = {
	// operation                             admin, salesperson, jeweler, viewer | display | nobody
	'post /session': [...ALL, 'ok', 'ok'],
	'delete /session': [...ALL, 403, 401],
	'get /openapi.json': [...ALL, 'ok', 'ok'],
	'get /displays/code': [...ALL, 'ok', 'ok'],
	'post /displays/code': [...ALL, 'ok', 'ok'],

	'get /board': [...ALL, 'ok', 401],
	'get /board/changes': [...ALL, 'ok', 401],
	'get /attachments/{id}/thumbnail': [...ALL, 'ok', 404],
	'get /attachments/{id}': [...ALL, 404, 404],
	'get /shop/logo': [...ALL, 'ok', 404],

	'get /dashboard': [...ALL, 403, 401],
	'get /jobs': [...ALL, 403, 401],
	'get /jobs.csv': [...ALL, 403, 401],
	'get /jobs/{number}': [...ALL, 403, 401],
	'get /jobs/{number}/history': [...ALL, 403, 401],
	'get /jobs/{number}/attachments': [...ALL, 403, 401],
	'get /contacts': [...ALL, 403, 401],
	'get /contacts/{id}': [...ALL, 403, 401],
	'get /people': [...ALL, 403, 401],

	'put /preferences': [...ALL, 403, 401],
	'patch /profile': [...ALL, 403, 401],
	'post /profile/password': [...ALL, 403, 401],
	'get /sessions': [...ALL, 403, 401],
	'delete /sessions': [...ALL, 403, 401],
	'delete /sessions/{id}': [...ALL, 403, 401],

	'post /jobs': [...may('create'), 403, 401],
	'patch /jobs/{number}': [...mayEdit('location'), 403, 401],
	'delete /jobs/{number}': [...may('delete'), 403, 401],
	'post /jobs/{number}/refresh-customer': [...mayEdit('customerId'), 403, 401],
	'post /jobs/{number}/moves': [...mayMoveOn, 403, 401],
	'post /jobs/{number}/undo': [...mayMoveOn, 403, 401],
	'post /jobs/{number}/close': [...may('close'), 403, 401],
	'post /jobs/{number}/reopen': [...may('reopen'), 403, 401],
	'post /jobs/{number}/attachments': [...may('attach'), 403, 401],
	'delete /attachments/{id}': [...may('detach'), 403, 401],

	'post /contacts': [...may('manageContacts'), 403, 401],
	'patch /contacts/{id}': [...may('manageContacts'), 403, 401],
	'delete /contacts/{id}': [...may('manageContacts'), 403, 401],
	'post /contacts/{id}/archive': [...may('manageContacts'), 403, 401],
	'post /contacts/{id}/restore': [...may('manageContacts'), 403, 401],

	'post /people': [...may('managePeople'), 403, 401],
	'patch /people/{id}': [...may('managePeople'), 403, 401],
	'post /people/{id}/password-link': [...may('managePeople'), 403, 401],
	'get /invitations': [...may('managePeople'), 403, 401],
	'post /invitations': [...may('managePeople'), 403, 401],
	'delete /invitations/{id}': [...may('managePeople'), 403, 401],

	'get /displays': [...may('manageShop'), 403, 401],
	'post /displays': [...may('manageShop'), 403, 401],
	'patch /displays/{id}': [...may('manageShop'), 403, 401],
	'delete /displays/{id}': [...may('manageShop'), 403, 401],
	'get /settings': [...may('manageShop'), 403, 401],
	'patch /settings': [...may('manageShop'), 403, 401],
	'put /shop/logo': [...may('manageShop'), 403, 401],
	'delete /shop/logo': [...may('manageShop'), 403, 401],
	'get /audit': [...may('manageShop'), 403, 401],
	'get /audit.csv': [...may('manageShop'), 403, 401]
};

const COLUMNS: readonly Column[] = [...ROLES, 'display', 'nobody'];

export const LISTED_OPERATIONS = Object.keys(TABLE);

/** The expected answer of an operation; `undefined` for one that has no row. */
export function expectedOf(operation: string, column: Column): Expected | undefined {
	const row = TABLE[operation];
	if (column !== 'foreign page') return row?.[COLUMNS.indexOf(column)];
	return operation.startsWith('get ') ? row?.[0] : 403;
}
