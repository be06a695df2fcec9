import type { ContactRole } from '#lib/contacts/contact.ts';
import type { CustomerSnapshot } from '#lib/jobs/job.ts';
import type { ContactDraft } from './contact-draft.ts';
import { digitsOf, foldName } from './fold.ts';
import type { FieldIssue } from './issue.ts';
import { keptElsewhereWords, namesakesWords, NOT_EXEMPT, sameAsWords } from './messages.ts';

/** A contact as the shop has it, or as a file adds it. */
export interface BookContact extends CustomerSnapshot {
	id: string;
	roles: ContactRole[];
	notes: string | null;
	/** The line that adds it; `null` for one that the shop has. */
	line: number | null;
}

export type KnownContact = Omit<BookContact, 'line'>;
/** What is said of a contact in words. */
export type Detail = 'name' | 'company' | 'email' | 'phone' | 'address' | 'taxNumber' | 'notes';
type Doubt = FieldIssue<Detail | 'taxExempt'>;

export interface Settled {
	contact: BookContact;
	warnings: Doubt[];
}

/** Fewer digits are no phone number that tells people apart. */
const PHONE_DIGITS = 6;
const FILLED: readonly Detail[] = ['company', 'email', 'phone', 'address', 'taxNumber', 'notes'];

/**
 * S4: whom a row means. By e-mail, else by the digits of the phone number, else by the name, when only one contact has it
 * and nothing that is known of both speaks against it; otherwise somebody new. What the shop has is never changed; what a
 * file says of somebody new in several rows comes together.
 */
export class ContactBook {
	readonly added: BookContact[] = [];
	#newId: () => string;
	#byEmail = new Map<string, Set<BookContact>>();
	#byPhone = new Map<string, Set<BookContact>>();
	#byName = new Map<string, Set<BookContact>>();

	constructor(known: readonly KnownContact[], newId: () => string) {
		this.#newId = newId;
		for (const contact of known) this.#index({ ...contact, line: null });
	}

	settle(draft: ContactDraft, line: number): Settled {
		const { contact, namesakes } = this.#find(draft);
		if (contact) return { contact, warnings: this.#meet(contact, draft) };
		const warnings =
			namesakes > 1 ? [{ field: 'name' as const, message: namesakesWords(draft.name, namesakes) }] : [];
		return { contact: this.#add(draft, line), warnings };
	}

	#find(draft: ContactDraft): { contact: BookContact | undefined; namesakes: number } {
		const name = foldName(draft.name);
		const sameName = [...(this.#byName.get(name) ?? [])];
		const reached =
			only(this.#byEmail.get(emailKey(draft)), name) ?? only(this.#byPhone.get(phoneKey(draft)), name);
		if (reached) return { contact: reached, namesakes: 0 };
		const possible = sameName.filter((contact) => !contradicts(contact, draft));
		return { contact: possible.length === 1 ? possible[0] : undefined, namesakes: possible.length };
	}

	#add(draft: ContactDraft, line: number): BookContact {
		const contact: BookContact = {
			id: this.#newId(),
			name: draft.name,
			roles: [...new Set(draft.roles)],
			company: draft.company || null,
			email: draft.email || null,
			phone: draft.phone || null,
			address: draft.address || null,
			taxExempt: draft.taxExempt ?? false,
			taxNumber: draft.taxNumber || null,
			notes: draft.notes || null,
			line
		};
		this.added.push(contact);
		this.#index(contact);
		return contact;
	}

	/** Fills what is empty in somebody new, and says what is not kept. */
	#meet(contact: BookContact, draft: ContactDraft): Doubt[] {
		const isNew = contact.line !== null;
		const warnings: Doubt[] = [];
		if (keyOf('name', contact.name) !== keyOf('name', draft.name))
			warnings.push({ field: 'name', message: sameAsWords(draft.name, contact) });
		for (const field of FILLED) {
			const said = draft[field];
			if (!said || keyOf(field, said) === keyOf(field, contact[field] ?? '')) continue;
			if (isNew && contact[field] === null) contact[field] = said;
			else warnings.push({ field, message: keptElsewhereWords(said, contact[field], contact.line) });
		}
		if (isNew) this.#join(contact, draft);
		else if (draft.taxExempt && !contact.taxExempt)
			warnings.push({ field: 'taxExempt', message: NOT_EXEMPT });
		return warnings;
	}

	#join(contact: BookContact, draft: ContactDraft): void {
		contact.roles = [...new Set([...contact.roles, ...draft.roles])];
		contact.taxExempt ||= draft.taxExempt ?? false;
		this.#index(contact);
	}

	#index(contact: BookContact): void {
		put(this.#byEmail, emailKey(contact), contact);
		put(this.#byPhone, phoneKey(contact), contact);
		put(this.#byName, foldName(contact.name), contact);
	}
}

/** Several who share an address or a phone are told apart by their names. */
function only(found: Set<BookContact> | undefined, name: string): BookContact | undefined {
	const all = [...(found ?? [])];
	const named = all.length > 1 ? all.filter((contact) => foldName(contact.name) === name) : all;
	return named.length === 1 ? named[0] : undefined;
}

/** Two of one name with different addresses are two people. */
function contradicts(contact: BookContact, draft: ContactDraft): boolean {
	const fields = ['email', 'phone', 'company'] as const;
	return fields.some((field) => {
		const [known, said] = [contact[field], draft[field]].map((text) => keyOf(field, text ?? ''));
		return Boolean(known) && Boolean(said) && known !== said;
	});
}

function keyOf(field: Detail, text: string): string {
	return field === 'phone' ? digitsOf(text) || foldName(text) : foldName(text);
}

function emailKey({ email }: { email?: string | null | undefined }): string {
	return email?.toLowerCase() ?? '';
}

function phoneKey({ phone }: { phone?: string | null | undefined }): string {
	const digits = digitsOf(phone ?? '');
	return digits.length < PHONE_DIGITS ? '' : digits;
}

function put(index: Map<string, Set<BookContact>>, key: string, contact: BookContact): void {
	if (key === '') return;
	const there = index.get(key) ?? new Set();
	index.set(key, there.add(contact));
}
