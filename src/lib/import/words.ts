import { CONTACT_ROLES, type ContactRole } from '#lib/contacts/contact.ts';
import { HOLD_REASONS, type HoldReason, type OrderType } from '#lib/jobs/job.ts';
import { HOLD_REASON_NAMES } from '#lib/jobs/messages.ts';
import { STATUS_FACTS, STATUSES, type Status } from '#lib/jobs/status.ts';
import { foldTitle } from './fold.ts';
import { refused, took, type Read } from './issue.ts';
import { CLOSED_JOB, noRoleWords, noStatusWords, noTypeWords, noYesNoWords } from './messages.ts';

const TYPE_WORDS: Record<OrderType, readonly string[]> = {
	custom: ['custom', 'custom build', 'custom order', 'custom made', 'bespoke', 'new', 'commission', 'c'],
	repair: ['repair', 'repairs', 'service', 'alteration', 'restoration', 'sizing', 'resizing', 'r']
};

/** J1 */
export function readType(text: string): Read<OrderType> {
	const type = wordIn(TYPE_WORDS, text);
	return type ? took(type) : refused(noTypeWords(text));
}

const CLOSED_WORDS = [
	'pickedup',
	'collected',
	'delivered',
	'closed',
	'done',
	'completed',
	'cancelled',
	'canceled'
];

/** W1: a status by its code or its English name. A job that is done with is told apart: only open jobs are imported. */
export function readStatus(text: string): Read<Status> {
	const word = foldTitle(text);
	const status = STATUSES.find((code) =>
		[code, STATUS_FACTS[code].name].some((name) => foldTitle(name) === word)
	);
	if (status) return took(status);
	return refused(CLOSED_WORDS.includes(word) ? CLOSED_JOB : noStatusWords(text));
}

/** W6: why a job is on hold. What is none of the reasons is `other`, in its own words. */
export function readHoldReason(text: string): { reason: HoldReason; note: string | null } {
	const word = foldTitle(text);
	const known = HOLD_REASONS.find((reason) =>
		[reason, HOLD_REASON_NAMES[reason], `waiting for ${reason}`].some((name) => foldTitle(name) === word)
	);
	return known ? { reason: known, note: null } : { reason: 'other', note: text };
}

const YES = ['yes', 'y', 'true', 't', '1', 'x', 'rush', 'urgent', 'high', 'express', '✓', '✔', '!'];
const NO = ['no', 'n', 'false', 'f', '0', '-', '–', 'normal', 'low', 'medium', 'standard', 'none'];

export function readYesNo(text: string): Read<boolean> {
	const word = text.trim().toLowerCase();
	if (YES.includes(word)) return took(true);
	return NO.includes(word) ? took(false) : refused(noYesNoWords(text));
}

const ROLE_WORDS: Record<ContactRole, readonly string[]> = {
	customer: ['customer', 'customers', 'client', 'both'],
	vendor: ['vendor', 'vendors', 'supplier', 'both']
};

/** S4: "customer", "vendor", "both", or both words with anything between them. */
export function readRoles(text: string): Read<ContactRole[]> {
	const words = text
		.split(/[,;/&+|\s]+|\band\b/iu)
		.map(foldTitle)
		.filter((word) => word !== '' && word !== 'and');
	const known = words.every((word) => CONTACT_ROLES.some((role) => ROLE_WORDS[role].includes(word)));
	const roles = CONTACT_ROLES.filter((role) => words.some((word) => ROLE_WORDS[role].includes(word)));
	return known && roles.length > 0 ? took(roles) : refused(noRoleWords(text));
}

function wordIn<Value extends string>(
	words: Record<Value, readonly string[]>,
	text: string
): Value | undefined {
	const values = Object.keys(words) as Value[];
	return values.find((value) => words[value].some((word) => foldTitle(word) === foldTitle(text)));
}
