import { ContactBook, type BookContact, type KnownContact } from './contact-book.ts';
import type { ContactField } from './contact-fields.ts';
import { readContactRow } from './contact-row.ts';
import type { FieldIssue } from './issue.ts';
import { roleNotKeptWords } from './messages.ts';
import type { SheetRow } from './row-keys.ts';
import type { LineIssue } from './sheet.ts';

/** A contact of a file, known by the first row that says of it. */
export interface PlannedContact {
	key: string;
	contact: BookContact;
}

export interface ContactPlan {
	added: PlannedContact[];
	/** Rows whose contact the shop has, or an earlier row adds. */
	there: { line: number; contact: BookContact }[];
	issues: LineIssue<ContactField>[];
	warnings: LineIssue<ContactField>[];
}

/** S4: which rows of a file of contacts are somebody new. Ids come from `newId`. With issues the plan is not for use. */
export function planContacts(
	rows: readonly SheetRow<ContactField>[],
	known: readonly KnownContact[],
	newId: () => string
): ContactPlan {
	const book = new ContactBook(known, newId);
	const plan: ContactPlan = { added: [], there: [], issues: [], warnings: [] };
	for (const { line, key, values } of rows) {
		const at = (issue: FieldIssue<ContactField>) => ({ line, ...issue });
		const { draft, issues } = readContactRow({ line, key, values });
		plan.issues.push(...issues.map(at));
		if (!draft) continue;
		const { contact, warnings } = book.settle(draft, line);
		if (contact.line === line) plan.added.push({ key, contact });
		else plan.there.push({ line, contact });
		const lost = draft.roles.filter((role) => !contact.roles.includes(role));
		const losses = lost.map((role) => ({ field: 'roles' as const, message: roleNotKeptWords(role) }));
		plan.warnings.push(...[...warnings, ...losses].map(at));
	}
	return plan;
}
