import { HoldInput } from '#lib/jobs/job-input.ts';
import type { Hold } from '#lib/jobs/job.ts';
import { readDay, type DateOrder } from './day.ts';
import type { JobField } from './job-fields.ts';
import { HELD_FROM_HOLD, HOLD_REASON_NEEDED } from './messages.ts';
import type { RowReader } from './row-reader.ts';
import { readHoldReason, readStatus } from './words.ts';

const FIELDS: Partial<Record<string, JobField>> = {
	reason: 'holdReason',
	note: 'holdNote',
	until: 'holdUntil'
};

/**
 * W6: why a job is on hold. A reason that is none of the list is kept as it was written. Where the job was before is known
 * only if the file says so; otherwise it resumes into Quote needed, where every job begins, or by W7 anywhere else.
 */
export function readHold(reader: RowReader<JobField>, order: DateOrder | null): Hold | null {
	const written = reader.text('holdReason');
	const note = reader.text('holdNote');
	const { reason, note: own } = readHoldReason(written || note);
	const known = [own, written ? note : ''].filter(Boolean).join(': ');
	// "Other" says nothing by itself.
	if (reason === 'other' && known === '')
		reader.wrong(written ? 'holdNote' : 'holdReason', HOLD_REASON_NEEDED);
	const until = reader.read('holdUntil', (text) => readDay(text, order));
	const from = reader.read('heldFrom', readStatus) ?? 'QN';
	if (from === 'OH') reader.wrong('heldFrom', HELD_FROM_HOLD);
	const hold = reader.check(
		HoldInput,
		{ reason, note: known || null, until },
		(part) => FIELDS[part] ?? 'holdReason'
	);
	return hold && { reason: hold.reason, note: hold.note ?? null, until: hold.until ?? null, from };
}
