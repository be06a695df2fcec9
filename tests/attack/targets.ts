import { randomUUID } from 'node:crypto';
import type { ContactRole } from '#lib/contacts/contact.ts';
import { personRef, type ListedPerson } from '#lib/people/actor.ts';
import { addAttachment } from '#lib/server/attachments/add-attachment.ts';
import { createContact } from '#lib/server/contacts/create-contact.ts';
import { personMutations } from '#lib/server/db/schema.ts';
import { newId } from '#lib/server/ids.ts';
import { moveJob } from '#lib/server/jobs/move-job.ts';
import { invitePerson } from '#lib/server/people/invite-person.ts';
import { hashToken } from '#lib/server/people/session-store.ts';
import { startSession } from '#lib/server/people/sessions.ts';
import {
	buildContact,
	buildDisplay,
	buildJob,
	buildPerson,
	type JobParts,
	type Person
} from '#tests/support/factories.ts';
import { png } from '#tests/support/pictures.ts';
import { mutation } from '#tests/support/test-shop.ts';
import { MARK, type TwoShops } from './two-shops.ts';

/** Where the things come from that a request names: each call makes one, and answers its id. */
export interface Target {
	job: (parts?: JobParts) => Promise<number>;
	/** A job that whoever asks has just moved. */
	movedJob: () => Promise<number>;
	contact: (role?: ContactRole) => Promise<string>;
	person: () => Promise<string>;
	/** A picture that is its job's cover. */
	picture: () => Promise<string>;
	display: () => Promise<string>;
	invitation: () => Promise<string>;
	/** Another session of whoever asks. */
	session: () => Promise<string>;
	/** An id under which a change was made, or can be. */
	mutation: () => Promise<string>;
}

/** What is in a shop, in the eyes of one of its people. Mutation ids have not been used. */
export function inShop(shops: TwoShops, person: Person): Target {
	const { deps } = shops;
	const { sql } = deps;
	const admin: Person = { ...person, role: 'admin' };
	const job = (parts?: JobParts) => buildJob(sql, person, { title: person.name, ...parts });
	return {
		job,
		movedJob: async () => {
			const number = await job({ status: 'IP' });
			await moveJob(deps, admin, number, { ...mutation(), from: 'IP', to: 'RP' });
			return number;
		},
		contact: (role = 'customer') => buildContact(sql, person.shopId, { name: person.name, roles: [role] }),
		person: async () => (await buildPerson(sql, person.shopId, { name: person.name, role: 'viewer' })).id,
		picture: async () => {
			const number = await job();
			const file = { name: `${person.name}.png`, bytes: await png(40, 30) };
			return (await addAttachment(deps, admin, number, { kind: 'inspiration' }, file)).attachment.id;
		},
		display: async () => (await buildDisplay(sql, person.shopId, { name: person.name })).id,
		invitation: async () =>
			(await invitePerson(deps, admin, { ...mutation(), name: person.name, role: 'viewer' })).invitation.id,
		session: async () => hashToken((await startSession(deps, person, person.name)).token),
		mutation: () => Promise.resolve(randomUUID())
	};
}

/** What is in the other shop; its mutation ids have been used there, for changes of every kind. */
export function inTheirShop(shops: TwoShops): Target {
	return {
		...inShop(shops, shops.theirs),
		mutation: async () => {
			const mutationId = randomUUID();
			const { deps, theirs } = shops;
			const number = await buildJob(deps.sql, theirs, { status: 'IP' });
			await moveJob(deps, theirs, number, { mutationId, from: 'IP', to: 'RP' });
			await createContact(deps, theirs, { mutationId, name: MARK, roles: ['customer'] });
			await deps.db
				.insert(personMutations)
				.values({ shopId: theirs.shopId, mutationId, personId: theirs.id, answer: listed(theirs) });
			await invitePerson(deps, theirs, { mutationId, name: MARK, role: 'viewer' });
			return mutationId;
		}
	};
}

/** What is nowhere. */
export const NOWHERE: Target = {
	job: () => Promise.resolve(900_000 + Math.floor(Math.random() * 90_000)),
	movedJob: () => NOWHERE.job(),
	contact: () => Promise.resolve(newId()),
	person: () => Promise.resolve(newId()),
	picture: () => Promise.resolve(newId()),
	display: () => Promise.resolve(newId()),
	invitation: () => Promise.resolve(newId()),
	session: () => Promise.resolve(hashToken(newId())),
	mutation: () => Promise.resolve(randomUUID())
};

/** One target whose thing number `index` comes from the other one; and how many things it was asked for. */
export function withOneOf(
	home: Target,
	other: Target,
	index: number
): { target: Target; asked: () => number } {
	let count = 0;
	const from = (name: keyof Target) =>
		(count++ === index ? other : home)[name] as (parts?: unknown) => Promise<unknown>;
	const names = Object.keys(home) as (keyof Target)[];
	const target = Object.fromEntries(
		names.map((name) => [name, (parts?: unknown) => from(name)(parts)])
	) as unknown as Target;
	return { target, asked: () => count };
}

function listed({ id, name, role }: Person): ListedPerson {
	return { ...personRef({ id, name }), role, active: true };
}
