import { PickedPhotos } from '#lib/attachments/picked-photos.svelte.ts';
import { isChosen, type ContactChoice, type ContactDirectory } from '#lib/contacts/contact-directory.ts';
import type { ContactRole } from '#lib/contacts/contact.ts';
import { CHOOSE_CONTACT } from '#lib/contacts/messages.ts';
import type { Day } from '#lib/kernel/dates.ts';
import type { Refusal } from '#lib/ui/refusal.ts';
import type { CreateJobInput } from './job-input.ts';
import type { OrderType } from './job.ts';
import { NEW_JOB } from './messages.ts';

/** Sends a new job; a refusal names the fields that are not right. */
export type Create = (
	input: Omit<CreateJobInput, 'mutationId'>
) => Promise<{ ok: true; number: number } | { ok: false; problem: Refusal }>;

/** A7: sends photos to a job that is saved. Nobody waits for it. */
export type Attach = (number: number, photos: readonly File[]) => void;

interface Surroundings {
	/** The id of the person at this screen. */
	me: string;
	/** The shop's today. */
	today: Day;
	directory: ContactDirectory;
	create: Create;
	attach: Attach;
}

/** A job while it is being typed. Nothing of it is lost when saving fails. */
export class NewJob {
	customer = $state.raw<ContactChoice | null>(null);
	vendor = $state.raw<ContactChoice | null>(null);
	type = $state<OrderType>('custom');
	promisedOn = $state<Day | ''>('');
	title = $state('');
	location = $state('');
	rush = $state(false);
	salespersonId: string;
	readonly photos = new PickedPhotos();
	#today: Day;
	#directory: ContactDirectory;
	#create: Create;
	#attach: Attach;

	constructor({ me, today, directory, create, attach }: Surroundings) {
		this.salespersonId = $state(me);
		this.#today = today;
		this.#directory = directory;
		this.#create = create;
		this.#attach = attach;
	}

	/** What stands in the fields that can be refused. */
	get values() {
		const { customer, vendor, promisedOn, title, location, salespersonId } = this;
		return { customerId: customer, vendorId: vendor, promisedOn, title, location, salespersonId };
	}

	/** Whether somebody has put anything in. */
	get isBegun(): boolean {
		const { customer, vendor, promisedOn, title, location, photos } = this;
		const isTyped = [promisedOn, title, location].some((text) => text.trim() !== '');
		return Boolean(customer ?? vendor) || isTyped || photos.list.length > 0;
	}

	/** J3, J6: what is missing or wrong, before the server is asked. */
	check(): Record<string, string> {
		const wrong: Record<string, string> = {};
		if (!isChosen(this.customer)) wrong.customerId = CHOOSE_CONTACT.customer;
		if (!this.promisedOn) wrong.promisedOn = NEW_JOB.dateNeeded;
		else if (this.promisedOn < this.#today) wrong.promisedOn = NEW_JOB.datePast;
		if (this.vendor && !isChosen(this.vendor)) wrong.vendorId = CHOOSE_CONTACT.vendor;
		return wrong;
	}

	/** Adds new contacts first, then the job, then its photos. Returns why not; trying again adds nobody twice. */
	async save(): Promise<Refusal | null> {
		const fields = this.check();
		const names = Object.keys(fields);
		if (names.length > 0) return { detail: this.#isMissing(names) ? NEW_JOB.missing : NEW_JOB.wrong, fields };
		const refusal = (await this.#settle('customer')) ?? (await this.#settle('vendor'));
		if (refusal) return refusal;
		const result = await this.#create(this.#input());
		if (!result.ok) return result.problem;
		if (this.photos.list.length > 0) this.#attach(result.number, this.photos.files);
		return null;
	}

	#isMissing(names: readonly string[]): boolean {
		const filled = Object.entries(this.values).filter(([, value]) => value);
		return !filled.some(([name]) => names.includes(name));
	}

	async #settle(role: ContactRole): Promise<Refusal | null> {
		const choice = this[role];
		if (!isChosen(choice)) return null;
		const settled = await this.#directory.settle(role, choice);
		if (settled.ok) {
			this[role] = { kind: 'known', id: settled.id, label: settled.label };
			return null;
		}
		const { detail, fields } = settled.refusal;
		const sentence = Object.values(fields ?? {})[0] ?? detail;
		return { detail, fields: { [`${role}Id`]: sentence } };
	}

	#input(): Omit<CreateJobInput, 'mutationId'> {
		const idOf = (choice: ContactChoice | null) => (choice?.kind === 'known' ? choice.id : null);
		return {
			type: this.type,
			customerId: idOf(this.customer) ?? '',
			promisedOn: this.promisedOn,
			salespersonId: this.salespersonId,
			vendorId: idOf(this.vendor),
			title: this.title.trim() || null,
			location: this.location.trim() || null,
			rush: this.rush
		};
	}
}
