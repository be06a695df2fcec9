import { FAILED } from '#lib/ui/messages.ts';
import type { ContactAnswer } from './contact-calls.ts';
import { CONFLICT } from './contact-page-messages.ts';
import { CONTACT_FIELDS, type Contact, type ContactField, type ContactFields } from './contact.ts';
import { changedFields, conflictingFields } from './edit-conflicts.ts';
import { fieldsOf, typedField, typedOf, type TypedContact } from './typed-contact.ts';

/** Sends what was changed since it was read; all of it when it is new. */
export type SaveContact = (changes: Partial<ContactFields>, version: number) => Promise<ContactAnswer>;

/** A contact while somebody types. Nothing of it is lost, whatever the server says. */
export class ContactForm {
	typed: TypedContact;
	busy = $state(false);
	/** Whether the last thing that happened was saving. */
	isSaved = $state(false);
	problem = $state<string | null>(null);
	/** S4: what others have saved of the fields that were to be saved; somebody has to choose. */
	conflicts = $state.raw<readonly ContactField[]>([]);
	/** The contact as the server has it, for all that is known here. */
	#base: Contact;
	/** What stood in the fields when they were last as the server has them, or began. */
	#begun: ContactFields;
	#faults = $state.raw<Record<string, string>>({});
	#refused = $state.raw<ContactFields | null>(null);
	#save: SaveContact;

	constructor(contact: Contact, save: SaveContact, typed: Partial<TypedContact> = {}) {
		this.#base = $state.raw(contact);
		this.typed = $state({ ...typedOf(contact), ...typed });
		this.#begun = $state.raw(fieldsOf(this.typed));
		this.#save = save;
	}

	get base(): Contact {
		return this.#base;
	}

	get changed(): ContactField[] {
		return changedFields(this.#base, fieldsOf(this.typed));
	}

	/** Whether there is anything to lose. */
	get isTouched(): boolean {
		return changedFields(this.#begun, fieldsOf(this.typed)).length > 0;
	}

	/** What the server said of a field, until that is changed. */
	faultOf(field: ContactField): string | undefined {
		const isMended = !this.#refused || changedFields(this.#refused, fieldsOf(this.typed)).includes(field);
		return isMended ? undefined : this.#faults[field];
	}

	/** Saves; the contact when it worked. */
	async save(): Promise<Contact | null> {
		if (this.busy) return null;
		if (this.conflicts.length > 0) return this.#refuse(CONFLICT.chooseFirst);
		this.busy = true;
		this.isSaved = false;
		const sent = fieldsOf(this.typed);
		const changes = pick(sent, this.changed);
		const answer = await this.#save(changes, this.#base.version).catch(() => null);
		this.busy = false;
		if (answer?.ok) return this.#keep(answer.contact, sent);
		const { code, contact, detail = FAILED, fields = {} } = answer?.problem ?? {};
		this.#faults = fields;
		this.#refused = sent;
		if (code === 'contact.changed' && contact) return this.#meet(contact, changes);
		return this.#refuse(detail);
	}

	/** Of the two values of a field, the one that stays; it is saved with the rest. */
	choose(field: ContactField, whose: 'mine' | 'theirs'): void {
		this.conflicts = this.conflicts.filter((other) => other !== field);
		if (whose === 'theirs') this.#show(field);
		if (this.conflicts.length === 0) this.problem = null;
	}

	/** Takes in what others have saved, except of what is being changed here. */
	#meet(theirs: Contact, changes: Partial<ContactFields>): null {
		const mine = this.changed;
		this.conflicts = conflictingFields(this.#base, theirs, changes);
		this.#base = theirs;
		for (const field of CONTACT_FIELDS) if (!mine.includes(field)) this.#show(field);
		return this.#refuse(CONFLICT.choose);
	}

	/** What was typed while the answer was on its way stays. */
	#keep(contact: Contact, sent: ContactFields): Contact {
		const typedSince = changedFields(sent, fieldsOf(this.typed));
		this.#base = contact;
		this.#begun = contact;
		this.#faults = {};
		this.problem = null;
		this.isSaved = true;
		for (const field of CONTACT_FIELDS) if (!typedSince.includes(field)) this.#show(field);
		return contact;
	}

	#show<Field extends ContactField>(field: Field): void {
		this.typed[field] = typedField(this.#base, field);
	}

	#refuse(problem: string): null {
		this.problem = problem;
		return null;
	}
}

function pick(fields: ContactFields, names: readonly ContactField[]): Partial<ContactFields> {
	return Object.fromEntries(names.map((name) => [name, fields[name]]));
}
