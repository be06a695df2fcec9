import { assertNever } from '#lib/kernel/assert-never.ts';
import { BOARD_PROBLEM_WORDS, detailOf, type Words } from './board-words.ts';
import type { ProblemCode, ProblemFacts } from './problem.ts';

/** The words of every error code, for people. */
export const PROBLEM_WORDS: Record<ProblemCode, Words> = {
	...BOARD_PROBLEM_WORDS,
	'request.unreadable': { title: 'Unreadable request', detail: 'The request could not be read.' },
	'request.too_large': { title: 'Too large', detail: 'The request is larger than the server accepts.' },
	'request.type': {
		title: 'Wrong content type',
		detail: ({ wanted }) => `The request must be sent as ${wanted ?? 'JSON'}.`
	},
	'request.too_many': {
		title: 'Too many attempts',
		detail: ({ retryAfter }) => `Too many attempts. Try again in ${waitOf(retryAfter ?? 60)}.`
	},
	'request.method': { title: 'Method not allowed', detail: 'This address does not take that method.' },
	unauthenticated: { title: 'Not signed in', detail: 'Sign in to go on.' },
	'credentials.wrong': {
		title: 'Wrong e-mail or password',
		detail: 'The e-mail or the password is not right.'
	},
	origin_refused: { title: 'Foreign origin', detail: 'The request came from another site and was refused.' },
	not_found: { title: 'Not found', detail: 'There is nothing here.' },
	'attachment.not_found': { title: 'File not found', detail: 'There is no such file.' },
	'attachment.too_large': { title: 'File too large', detail: 'A file can have at most 8 MiB.' },
	'attachment.type': { title: 'Not a picture or PDF', detail: ({ found }) => fileTypeSentence(found) },
	'attachment.empty': { title: 'Empty file', detail: 'This file is empty.' },
	'attachment.damaged': {
		title: 'Damaged file',
		detail: 'This file is damaged or incomplete. Open it once yourself, and send it again.'
	},
	'attachment.too_many_pixels': {
		title: 'Too many pixels',
		detail: 'This picture has more than 50 megapixels. Make it smaller, and send it again.'
	},
	'contact.not_found': { title: 'Contact not found', detail: 'There is no such contact.' },
	'contact.changed': {
		title: 'Changed meanwhile',
		detail: 'Somebody else has changed this contact meanwhile. Nothing was saved.'
	},
	'contact.in_use': {
		title: 'Contact in use',
		detail: 'Jobs name this contact, so it stays. It can be archived.'
	},
	'edit.conflict': {
		title: 'Changed meanwhile',
		detail: 'Somebody else has changed the same field meanwhile. Choose which of the two stays.'
	},
	'job.not_closed': { title: 'Job is open', detail: 'This job is on the board; there is nothing to reopen.' },
	'mutation.reused': { title: 'Mutation id reused', detail: 'This mutation id belongs to another request.' },
	'undo.nothing': { title: 'Nothing to undo', detail: 'The last change of this job is not a move.' },
	'undo.changed': { title: 'Changed since', detail: 'Somebody else has moved this job since, so it stays.' },
	'undo.too_late': { title: 'Too late to undo', detail: 'A move can be undone for five minutes.' },
	'display.not_found': { title: 'Display not found', detail: 'There is no such display.' },
	'display.code_wrong': {
		title: 'No screen shows this code',
		detail: 'No screen is waiting with this code. Codes change every few minutes: look at the screen again.'
	},
	'settings.changed': {
		title: 'Changed meanwhile',
		detail: 'Somebody else has changed these settings meanwhile. Nothing was saved.'
	},
	'logo.not_found': { title: 'No logo', detail: 'The shop has no logo.' },
	'logo.too_large': { title: 'File too large', detail: 'A logo can have at most 1 MiB.' },
	'logo.type': {
		title: 'Not a picture',
		detail: 'A logo is a PNG, JPEG or WebP. Save it as one of these, and send it again.'
	},
	'link.not_found': {
		title: 'No such link',
		detail: 'This link leads nowhere. Copy all of it, or ask an admin of your shop for a new one.'
	},
	'link.used': {
		title: 'Link already used',
		detail: 'This link has been used, and works once. Sign in, or ask an admin of your shop for a new one.'
	},
	'link.expired': {
		title: 'Link expired',
		detail: 'This link is too old. Ask an admin of your shop for a new one.'
	},
	'changes.expired': {
		title: 'Too far behind',
		detail: 'Fetch the whole board; these changes cannot be listed.'
	},
	'input.invalid': { title: 'Invalid input', detail: 'Some of what was sent is missing or not right.' },
	'setup.done': { title: 'Already set up', detail: 'This installation has its shop. Sign in.' },
	'setup.code_wrong': {
		title: 'Set-up code needed',
		detail: 'Type the one-time code that the server printed when it started.'
	},
	'storage.unavailable': {
		title: 'Files are out of reach',
		detail: 'The place where files are kept does not answer. Nothing was saved; try again in a moment.'
	},
	'server.fault': {
		title: 'Server fault',
		detail: 'Something failed on the server. Nothing was saved; try again.'
	}
};

/** The sentence that says what happened and what to do. */
export function problemDetail(code: ProblemCode, facts: ProblemFacts = {}): string {
	return detailOf(PROBLEM_WORDS[code], facts);
}

/** Seconds in the words of somebody who has to wait. */
function waitOf(seconds: number): string {
	return seconds <= 60 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
}

/** A2: each thing that people take for a picture gets its own advice. */
function fileTypeSentence(found: ProblemFacts['found'] = 'unknown'): string {
	switch (found) {
		case 'svg':
			return 'An SVG drawing can carry programs, so it is not taken. Save it as PNG or PDF.';
		case 'heic':
			return 'HEIC pictures are not shown by every browser. Save it as JPEG, and send it again.';
		case 'html':
			return 'This is a web page, whatever its name says. Send a PNG, JPEG, WebP, GIF or PDF.';
		case 'unknown':
			return 'This is no PNG, JPEG, WebP, GIF or PDF, whatever its name says.';
		default:
			return assertNever(found);
	}
}
