import { cardOf } from '#lib/board/card.ts';
import { abilitiesOf } from '#lib/jobs/abilities.ts';
import { changedFields, decideEdit, fieldWords } from '#lib/jobs/decide-edit.ts';
import { editOf, type Edit, type EditJobInput } from '#lib/jobs/edit-input.ts';
import type { JobDetails } from '#lib/jobs/job-details.ts';
import type { FieldChange, JobFact } from '#lib/jobs/job-events.ts';
import type { Actor } from '#lib/people/actor.ts';
import { AppError, invalidInput } from '#lib/server/app-error.ts';
import type { Transaction } from '#lib/server/db/transaction.ts';
import type { Deps } from '#lib/server/deps.ts';
import { changeJob, difference, type JobAnswer } from './change-job.ts';
import { requireEditParts } from './edit-parts.ts';
import { editedJob } from './edited-job.ts';
import { findLaterEvents, nextVersion, recordChange } from './job-log.ts';
import { saveWritten, type StoredJob } from './job-store.ts';
import { detailsFor } from './read-job.ts';

/**
 * J7: changes some fields of an open job. What others changed meanwhile stays; of the same field it is refused. An edit
 * that changes nothing is answered and leaves no entry. Throws `job.not_found`, `forbidden`, `job.closed`,
 * `edit.conflict` (with the job as it is), and `input.invalid` for whom the shop does not have, for a version that is
 * still to come, and for taking the vendor off a job that waits for their quote (W5).
 */
export function editJob(deps: Deps, actor: Actor, number: number, input: EditJobInput): Promise<JobAnswer> {
	const { mutationId } = input;
	const edit = editOf(input);
	return changeJob(deps, actor, { number, mutationId, kind: 'edited' }, async (tx, job) => {
		await requireAllowed(tx, actor, job, { edit, version: input.version });
		const fields = changedFields(job.details, edit);
		if (fields.length === 0) return { version: job.card.version, job: detailsFor(actor, job.details) };
		if (edit.vendorId === null && job.card.status === 'AVQ') throw invalidInput({ vendorId: VENDOR_STAYS });
		const parts = await requireEditParts(tx, actor.shopId, edit, fields);
		const edited = editedJob(job.details, edit, parts);
		const changes = fields.map((field) => ({
			field,
			before: fieldWords(job.details, field),
			after: fieldWords(edited, field)
		}));
		return writeDown(tx, actor, job, { edited, changes, fromContact: false, mutationId, at: deps.now() });
	});
}

const VENDOR_STAYS = 'The job waits for this vendor’s quote. Move it first, or choose another vendor.';

/** What an edit makes of a job, as it is saved and told. */
interface Rewrite {
	edited: JobDetails;
	changes: FieldChange[];
	/** S2 */
	fromContact: boolean;
	mutationId: string;
	at: string;
}

/** Saves what was written on a job, with its entry in the history. */
export async function writeDown(
	tx: Transaction,
	actor: Actor,
	job: StoredJob,
	{ edited, changes, fromContact, mutationId, at }: Rewrite
): Promise<JobAnswer> {
	const version = await nextVersion(tx, actor.shopId);
	const details = { ...edited, version };
	const answer = { version, job: detailsFor(actor, details) };
	const fact: JobFact = { kind: 'edited', fromContact, changes };
	const set = difference(job.card, cardOf(details));
	const change = { version, at, number: job.card.number, kind: fact.kind, set, mutationId };
	await Promise.all([
		saveWritten(tx, actor.shopId, details),
		recordChange(tx, actor, change, { fact, answer })
	]);
	return answer;
}

async function requireAllowed(
	tx: Transaction,
	actor: Actor,
	job: StoredJob,
	{ edit, version }: { edit: Edit; version: number }
): Promise<void> {
	const { number, version: current } = job.card;
	if (version > current) throw invalidInput({ version: 'The job has no such version yet.' });
	const later = version < current ? await findLaterEvents(tx, actor.shopId, { number, version }) : [];
	const told = later.map(({ fact, by, at }) => ({ fact, by: by?.name ?? null, at }));
	const decision = decideEdit(job.details, edit, told, abilitiesOf(actor));
	if (decision.ok) return;
	const { refusal } = decision;
	if (refusal.code !== 'edit.conflict') throw new AppError(refusal.code);
	throw new AppError(refusal.code, { conflicts: refusal.conflicts, job: detailsFor(actor, job.details) });
}
