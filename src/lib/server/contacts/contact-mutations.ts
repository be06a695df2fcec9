import { createHash } from 'node:crypto';
import type { Contact } from '#lib/contacts/contact.ts';
import type { Actor } from '#lib/people/actor.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { AnsweredContactMutation } from '#lib/server/db/tables/contacts.ts';
import type { Statements, Transaction } from '#lib/server/db/transaction.ts';

/** A request for a change, as it is told from every other one. */
export interface ContactRequest {
	mutationId: string;
	/** A digest of who asked for what. */
	mark: string;
}

/** What somebody asks for; `id` is `null` for a contact that is to be added. */
export function contactRequest(
	actor: Actor,
	kind: 'create' | 'change' | 'archive' | 'restore',
	id: string | null,
	{ mutationId, ...input }: { mutationId: string }
): ContactRequest {
	const asked = JSON.stringify([kind, actor.id, id, input]);
	return { mutationId, mark: createHash('sha256').update(asked).digest('base64url') };
}

/**
 * The answer that the request got when it came before. Look only after locking what it changes. Throws `mutation.reused`
 * when the id was another request's, or another person's.
 */
export async function findAnswer(
	sql: Statements,
	shopId: string,
	{ mutationId, mark }: ContactRequest
): Promise<Contact | undefined> {
	const [row] = await sql<{ answer: AnsweredContactMutation }[]>`
		select answer from contact_mutations where shop_id = ${shopId} and mutation_id = ${mutationId}`;
	if (row && row.answer.request !== mark) throw new AppError('mutation.reused');
	return row?.answer.contact;
}

/** Writes a change down with its answer. Throws `mutation.reused` when another change took the id meanwhile. */
export async function recordAnswer(
	tx: Transaction,
	shopId: string,
	{ mutationId, mark }: ContactRequest,
	change: { before: Contact | null; contact: Contact }
): Promise<void> {
	const answer: AnsweredContactMutation = { request: mark, ...change };
	const recorded = await tx`
		insert into contact_mutations (shop_id, mutation_id, contact_id, answer)
		values (${shopId}, ${mutationId}, ${change.contact.id}, ${JSON.stringify(answer)}::text::jsonb)
		on conflict do nothing`;
	if (recorded.count === 0) throw new AppError('mutation.reused');
}

/** What a contact was at an earlier version; `null` when nobody has written it down. */
export async function findEarlier(
	sql: Statements,
	shopId: string,
	id: string,
	version: number
): Promise<Contact | null> {
	const [row] = await sql<{ before: Contact | null }[]>`
		select answer -> 'before' as before from contact_mutations
		where shop_id = ${shopId} and contact_id = ${id} and (answer -> 'before' ->> 'version')::int = ${version}
		limit 1`;
	return row?.before ?? null;
}
