import type { Refusal } from '#lib/ui/refusal.ts';
import type { Contact, ContactList, ContactRole } from './contact.ts';
import { draftAttempts } from './draft-attempts.ts';
import { newContactInput } from './new-contact-input.ts';
import { reachQueries, sameReach, type Reach, type ReachKind } from './same-reach.ts';

/** Whom somebody has chosen in a form: a contact that exists, or one to be added when the form is sent. */
export type ContactChoice =
	/** Text that names nobody yet. */
	{ kind: 'typed'; label: string } | { kind: 'known'; id: string; label: string } | NewContactChoice;

export interface NewContactChoice {
	kind: 'new';
	mutationId: string;
	label: string;
	/** The phone number of a customer, the e-mail address of a vendor. */
	reach: string;
	more?: MoreOfContact;
}

/** What else can be said of a new contact; `person` is whom to ask for at a vendor's. */
export interface MoreOfContact {
	person?: string;
	company?: string;
	phone?: string;
	email?: string;
	address?: string;
	taxExempt?: boolean;
	taxNumber?: string;
}

export type Chosen = Exclude<ContactChoice, { kind: 'typed' }>;

export type Settled = { ok: true; id: string; label: string } | { ok: false; refusal: Refusal };

/** Somebody who is reached as a new contact would be, and by what. */
export interface SameContact {
	contact: Contact;
	by: ReachKind;
}

/** The shop's contacts as forms ask for them. Rejects when the server is not reached. */
export interface ContactDirectory {
	find: (role: ContactRole, query: string) => Promise<Pick<ContactList, 'contacts' | 'similar'>>;
	/** Begins a new contact; its id makes sending it twice harmless. */
	draft: (label: string) => ContactChoice;
	/** Who has the phone number or the e-mail address of a new contact already: those of the role first. */
	findSame: (role: ContactRole, draft: NewContactChoice) => Promise<SameContact | null>;
	/** The same for what is typed on a page of its own. */
	findReach: (role: ContactRole, reach: Reach) => Promise<SameContact | null>;
	/** S4: the id of whom was chosen; adds a new contact first. */
	settle: (role: ContactRole, choice: Chosen) => Promise<Settled>;
	/** What the server said of each field when it refused to add this very draft. */
	faultsOf: (role: ContactRole, draft: NewContactChoice) => Record<string, string>;
}

interface Surroundings {
	fetch: typeof fetch;
	newMutationId: () => string;
}

export function contactDirectory({ fetch, newMutationId }: Surroundings): ContactDirectory {
	const attempts = draftAttempts(newMutationId);
	const find = async (query: Record<string, string>) => {
		const response = await fetch(`/api/v1/contacts?${new URLSearchParams(query)}`);
		if (!response.ok) throw new Error(`contacts: ${response.status}`);
		return (await response.json()) as ContactList;
	};

	const findReach = async (role: ContactRole, reach: Reach) => {
		const found = await Promise.all(reachQueries(reach).map((q) => find({ q })));
		const contacts = found.flatMap((list) => list.contacts);
		return firstSame(role, reach, contacts);
	};

	return {
		find: (role, query) => find({ role, q: query }),
		draft: (label) => ({ kind: 'new', mutationId: newMutationId(), label, reach: '' }),
		findSame: (role, draft) => findReach(role, newContactInput(role, draft)),
		findReach,
		settle: async (role, choice) => {
			if (choice.kind === 'known') return { ok: true, id: choice.id, label: choice.label };
			const attempt = attempts.of(role, choice);
			const headers = { 'content-type': 'application/json' };
			const response = await fetch('/api/v1/contacts', { method: 'POST', headers, body: attempt.body });
			if (!response.ok) {
				const refusal = (await response.json()) as Refusal;
				attempt.faults = refusal.fields ?? {};
				return { ok: false, refusal };
			}
			const { contact } = (await response.json()) as { contact: Contact };
			return { ok: true, id: contact.id, label: labelOf(contact, role) };
		},
		faultsOf: (role, draft) => attempts.faultsOf(role, draft)
	};
}

/** Of those who are reached like this, the one who can be chosen, if there is one. */
function firstSame(role: ContactRole, reach: Reach, contacts: readonly Contact[]): SameContact | null {
	const same = contacts.flatMap((contact) => {
		const by = sameReach(contact, reach);
		return by ? [{ contact, by }] : [];
	});
	return same.find(({ contact }) => contact.roles.includes(role)) ?? same[0] ?? null;
}

/** Whether a choice names somebody; text alone, and a new contact without a name, do not. */
export function isChosen(choice: ContactChoice | null): choice is Chosen {
	return choice !== null && choice.kind !== 'typed' && choice.label.trim() !== '';
}

/** What a contact is called in a list: a vendor by the company, a customer by the name. */
export function labelOf({ name, company }: Pick<Contact, 'name' | 'company'>, role: ContactRole): string {
	return role === 'vendor' ? (company ?? name) : name;
}

/** What tells apart two contacts of one name. */
export function hintOf(contact: Contact, role: ContactRole): string {
	const other = role === 'vendor' ? contact.name : contact.company;
	const label = labelOf(contact, role);
	return [other === label ? null : other, contact.phone ?? contact.email].filter(Boolean).join(' · ');
}
