import { ContactBook, type BookContact, type Settled, type KnownContact } from './contact-book.ts';
import { took, type FieldIssue, type Read } from './issue.ts';
import type { JobField } from './job-fields.ts';
import { readJobRow, type JobDraft, type Reading } from './job-row.ts';
import type { SheetRow } from './row-keys.ts';
import type { LineIssue } from './sheet.ts';
import { findStaff, type StaffMember } from './staff.ts';
import { VendorBook } from './vendor-book.ts';

/** Whom the shop has: people who work there now, and contacts that are not archived. */
export interface Directory {
	staff: readonly StaffMember[];
	contacts: readonly KnownContact[];
}

interface Named {
	id: string;
	name: string;
}

/** A job of a file with everybody whom it names. */
export interface PlannedJob {
	draft: JobDraft;
	customer: BookContact;
	vendor: BookContact | null;
	salesperson: Named;
	jeweler: Named | null;
}

export interface JobPlan {
	jobs: PlannedJob[];
	/** The contacts that come with them. */
	contacts: BookContact[];
	issues: LineIssue<JobField>[];
	warnings: LineIssue<JobField>[];
}

export interface Planning {
	directory: Directory;
	/** Sells what names nobody. */
	by: Named;
	reading: Reading;
	/** Makes the id of a new contact. */
	newId: () => string;
}

/** Reads the rows of a file of jobs, in its order, and finds everybody whom they name. With issues the plan is not for use. */
export function planJobs(rows: readonly SheetRow<JobField>[], planning: Planning): JobPlan {
	const { directory, by, reading, newId } = planning;
	const withRole = (role: 'customer' | 'vendor') =>
		directory.contacts.filter(({ roles }) => roles.includes(role));
	const customers = new ContactBook(withRole('customer'), newId);
	const vendors = new VendorBook(withRole('vendor'), newId);
	const plan: JobPlan = { jobs: [], contacts: [], issues: [], warnings: [] };
	for (const row of rows) {
		const at = (issue: FieldIssue<JobField>) => ({ line: row.line, ...issue });
		const { draft, issues, warnings } = readJobRow(row, reading);
		plan.issues.push(...issues.map(at));
		plan.warnings.push(...warnings.map(at));
		if (!draft) continue;
		const found = findNamed(draft, directory.staff, vendors, by);
		const { contact: customer, warnings: doubts } = customers.settle(draft.customer, row.line);
		plan.warnings.push(...doubts.map(({ field, message }) => at({ field: CUSTOMER_FIELDS[field], message })));
		if ('issues' in found) plan.issues.push(...found.issues.map(at));
		else plan.jobs.push({ draft, customer, ...found });
	}
	plan.contacts = [...customers.added, ...vendors.added];
	return plan;
}

/** What a file of jobs calls the details of a customer; the rest it does not have. */
const CUSTOMER_FIELDS: Record<Settled['warnings'][number]['field'], JobField> = {
	name: 'customer',
	company: 'customerCompany',
	email: 'customerEmail',
	phone: 'customerPhone',
	address: 'customerAddress',
	taxNumber: 'customer',
	taxExempt: 'customer',
	notes: 'customer'
};

type Found = Pick<PlannedJob, 'salesperson' | 'jeweler' | 'vendor'>;

/** J3, J5, S3 */
function findNamed(
	{ line, ...named }: JobDraft,
	staff: readonly StaffMember[],
	vendors: VendorBook,
	by: Named
): Found | { issues: FieldIssue<JobField>[] } {
	const salesperson: Read<Named> = named.salesperson ? findStaff(staff, named.salesperson) : took(by);
	const jeweler: Read<Named | null> = named.jeweler ? findStaff(staff, named.jeweler) : took(null);
	const vendor: Read<BookContact | null> = named.vendor ? vendors.settle(named.vendor, line) : took(null);
	if (salesperson.ok && jeweler.ok && vendor.ok)
		return { salesperson: salesperson.value, jeweler: jeweler.value, vendor: vendor.value };
	const all = Object.entries({ salesperson, jeweler, vendor }) as [JobField, Read<unknown>][];
	return { issues: all.flatMap(([field, read]) => (read.ok ? [] : [{ field, message: read.message }])) };
}
