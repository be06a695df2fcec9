import type { Refusal } from '#lib/ui/refusal.ts';
import type { CreateContactInput } from './contact-input.ts';
import type { Contact, ContactRole } from './contact.ts';

/** Whom somebody has chosen in a form: a contact that exists, or one to be added when the form is sent. */
export type ContactChoice =
	/** Text that names nobody yet. */
	| { kind: 'typed'; label: string }
	| { kind: 'known'; id: string; label: string }
	/** `reach` is the phone number of a customer, the e-mail address of a vendor. */
	| { kind: 'new'; mutationId: string; label: string; reach: string };

export type Chosen = Exclude<ContactChoice, { kind: 'typed' }>;

export type Settled = { ok: true; id: string; label: string } | { ok: false; refusal: Refusal };

/** The shop's contacts as forms ask for them. Rejects when the server is not reached. */
export interface ContactDirectory {
	find: (role: ContactRole, query: string) => Promise<Contact[]>;
	/** Begins a new contact; its id makes sending it twice harmless. */
	draft: (label: string) => ContactChoice;
	/** S4: the id of whom was chosen; adds a new contact first. */
	settle: (role: ContactRole, choice: Chosen) => Promise<Settled>;
}

interface Surroundings {
	fetch: typeof fetch;
	newMutationId: () => string;
}

export function contactDirectory({ fetch, newMutationId }: Surroundings): ContactDirectory {
	return {
		find: async (role, query) => {
			const response = await fetch(`/api/v1/contacts?${new URLSearchParams({ role, q: query })}`);
			if (!response.ok) throw new Error(`contacts: ${response.status}`);
			return ((await response.json()) as { contacts: Contact[] }).contacts;
		},
		draft: (label) => ({ kind: 'new', mutationId: newMutationId(), label, reach: '' }),
		settle: async (role, choice) => {
			if (choice.kind === 'known') return { ok: true, id: choice.id, label: choice.label };
			const response = await fetch('/api/v1/contacts', {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify(inputOf(role, choice))
			});
			if (!response.ok) return { ok: false, refusal: (await response.json()) as Refusal };
			const { contact } = (await response.json()) as { contact: Contact };
			return { ok: true, id: contact.id, label: labelOf(contact, role) };
		}
	};
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

function inputOf(
	role: ContactRole,
	{ mutationId, label, reach }: Extract<ContactChoice, { kind: 'new' }>
): CreateContactInput {
	const name = label.trim();
	if (role === 'vendor')
		return { mutationId, name, company: name, roles: [role], email: reach.trim() || null };
	return { mutationId, name, roles: [role], phone: reach.trim() || null };
}
