import type { BookContact, KnownContact } from './contact-book.ts';
import { foldName } from './fold.ts';
import { took, refused, type Read } from './issue.ts';
import { severalVendorsWords } from './messages.ts';

/** S3: the vendors of a shop by the names that a file gives them: the company's, or their own. */
export class VendorBook {
	readonly added: BookContact[] = [];
	#newId: () => string;
	#byName = new Map<string, Set<BookContact>>();

	constructor(known: readonly KnownContact[], newId: () => string) {
		this.#newId = newId;
		for (const contact of known) this.#index({ ...contact, line: null });
	}

	/** The vendor of that name, a new one where there is none. Refuses a name that several have: nobody knows who is meant. */
	settle(name: string, line: number): Read<BookContact> {
		const [vendor, another] = this.#byName.get(foldName(name)) ?? [];
		if (another) return refused(severalVendorsWords(name));
		return took(vendor ?? this.#add(name, line));
	}

	#add(name: string, line: number): BookContact {
		const nothing = { email: null, phone: null, address: null, taxNumber: null, notes: null };
		const contact: BookContact = {
			...nothing,
			id: this.#newId(),
			name,
			company: name,
			roles: ['vendor'],
			taxExempt: false,
			line
		};
		this.added.push(contact);
		this.#index(contact);
		return contact;
	}

	#index(contact: BookContact): void {
		for (const name of [contact.company, contact.name]) {
			if (!name) continue;
			const key = foldName(name);
			this.#byName.set(key, (this.#byName.get(key) ?? new Set()).add(contact));
		}
	}
}
