import { formatJobNumber } from '#lib/jobs/job-number.ts';

export const KEYS = 'Keyboard';

export const noSuchJob = (number: number) => `There is no job ${formatJobNumber(number)} in this shop.`;

/** A scanner does not know that somebody is in the middle of something. */
export const scannedMeanwhile = (number: number) =>
	`${formatJobNumber(number)} was scanned. Finish or close what is open, and scan it again.`;
