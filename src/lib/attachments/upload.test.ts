import { describe, expect, it } from 'vitest';
import { FILE_MAX_BYTES } from './attachment.ts';
import { LOST, SIGNED_OUT, WAY_TOO_NARROW } from './messages.ts';
import { readAnswer, refusalOf } from './upload.ts';

const PROBLEM = 'application/problem+json; charset=utf-8';

describe('what is not even sent', () => {
	it('[A2] exactly 8 MiB are sent, one byte more is refused with the reason', () => {
		expect(refusalOf({ size: FILE_MAX_BYTES })).toBe(null);
		expect(refusalOf({ size: FILE_MAX_BYTES + 1 })).toContain('8 MiB');
	});

	it('[A2] an empty file is refused with the reason', () => {
		expect(refusalOf({ size: 0 })).toContain('empty');
	});
});

describe('what an answer means', () => {
	const problem = (status: number, detail: string) =>
		readAnswer({ status, contentType: PROBLEM, text: JSON.stringify({ status, detail }) });

	it('[A7] an added file comes with the answer', () => {
		const text = JSON.stringify({ version: 7, attachment: { id: 'a1' } });
		const answer = readAnswer({ status: 201, contentType: 'application/json', text });
		expect(answer).toEqual({ ok: true, attachment: { id: 'a1' } });
	});

	it('[A7] the server’s own sentence is passed on; the same file has no other chance', () => {
		expect(problem(415, 'An SVG drawing can carry programs.')).toEqual({
			ok: false,
			reason: 'An SVG drawing can carry programs.',
			again: false
		});
	});

	it.each([401, 408, 429, 500, 503])('[A7] after %d the same file may be sent again', (status) => {
		expect(problem(status, 'Not now.')).toMatchObject({ ok: false, again: true });
	});

	it('[A7] somebody who is signed out is told how to go on', () => {
		expect(problem(401, 'Sign in to go on.')).toMatchObject({ reason: SIGNED_OUT });
	});

	it('[A7] a proxy’s 413 is told in our words, not shown as a page', () => {
		const answer = readAnswer({ status: 413, contentType: 'text/html', text: '<html>nginx</html>' });
		expect(answer).toEqual({ ok: false, reason: WAY_TOO_NARROW, again: true });
	});

	it.each([
		[200, 'text/html', '<html>Welcome to the hotel</html>'],
		[502, 'text/html', 'Bad gateway'],
		[201, 'application/json', 'null'],
		[503, PROBLEM, 'cut o']
	])('[A7] an answer of %d that is not ours is no success', (status, contentType, text) => {
		const answer = readAnswer({ status, contentType, text });
		expect(answer).toMatchObject({ ok: false, again: true });
		expect(answer).not.toMatchObject({ reason: LOST });
	});
});
