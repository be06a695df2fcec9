import { parseJobNumber } from '#lib/jobs/job-number.ts';
import { AppError } from '#lib/server/app-error.ts';

/** J2: the job number in an address, with or without leading zeros. Throws `job.not_found` for anything else. */
export function numberIn(params: { number: string }): number {
	const number = parseJobNumber(params.number);
	if (number === null) throw new AppError('job.not_found');
	return number;
}
