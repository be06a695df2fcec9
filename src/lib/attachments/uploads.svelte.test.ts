import { describe, expect, test } from 'vitest';
import type { Attachment } from './attachment.ts';
import { FILE_MAX_BYTES } from './attachment.ts';
import type { SendWatch } from './send-file.ts';
import type { UploadAnswer, UploadRequest } from './upload.ts';
import { Uploads } from './uploads.svelte.ts';

const TARGET = { job: 7, kind: 'inspiration' } as const;

interface Attempt extends SendWatch {
	request: UploadRequest;
	answer: (answer: UploadAnswer) => Promise<void>;
}

function file(name: string, bytes = 1): File {
	return new File([new Uint8Array(bytes)], name);
}

/** A queue whose files travel by hand. */
function queue() {
	const attempts: Attempt[] = [];
	const told: string[] = [];
	const page = { isHeld: false };
	let count = 0;
	const uploads = new Uploads(
		{
			changed: ({ name, state }) => told.push(`${name} ${state.step}`),
			arrived: ({ name }, { id }) => told.push(`${name} arrived as ${id}`),
			calledOff: ({ name }) => told.push(`${name} called off`)
		},
		{
			newMutationId: () => `m${++count}`,
			holdPage: () => {
				page.isHeld = true;
				return () => (page.isHeld = false);
			},
			send: (request, watch) =>
				new Promise((resolve) => {
					const answer = async (given: UploadAnswer) => {
						resolve(given);
						await Promise.resolve();
						await Promise.resolve();
					};
					attempts.push({ request, ...watch, answer });
				})
		}
	);
	return { uploads, attempts, told, page };
}

const arrive = (id: string): UploadAnswer => ({ ok: true, attachment: { id } as Attachment });
const lost: UploadAnswer = { ok: false, reason: 'The connection was lost.', again: true };

describe('the files on their way to a job', () => {
	test('[A7] two are sent at a time, the next when one has arrived', async () => {
		const { uploads, attempts } = queue();
		uploads.add(
			TARGET,
			['a', 'b', 'c'].map((name) => file(name))
		);
		expect(uploads.list.map(({ state }) => state.step)).toEqual(['sending', 'sending', 'waiting']);
		await attempts[1]!.answer(arrive('b1'));
		expect(attempts.map(({ request }) => request.file.name)).toEqual(['a', 'b', 'c']);
		expect(uploads.list.map(({ name }) => name)).toEqual(['a', 'c']);
	});

	test('[A7] progress is told, and what has arrived leaves the list', async () => {
		const { uploads, attempts, told } = queue();
		uploads.add(TARGET, [file('ring.jpg')]);
		attempts[0]!.progress(0.4);
		expect(uploads.list[0]!.state).toEqual({ step: 'sending', sent: 0.4 });
		await attempts[0]!.answer(arrive('a1'));
		expect(uploads.list).toEqual([]);
		expect(told.at(-1)).toBe('ring.jpg arrived as a1');
	});

	test('[A7] one that fails stays with the reason and lets the next one go', async () => {
		const { uploads, attempts } = queue();
		uploads.add(
			TARGET,
			['a', 'b', 'c'].map((name) => file(name))
		);
		await attempts[0]!.answer(lost);
		expect(uploads.list[0]!.state).toEqual({
			step: 'failed',
			reason: 'The connection was lost.',
			again: true
		});
		expect(attempts.length).toBe(3);
	});

	test('[A7] trying again is the same change', async () => {
		const { uploads, attempts } = queue();
		uploads.add(TARGET, [file('ring.jpg')]);
		await attempts[0]!.answer(lost);
		uploads.retry(uploads.list[0]!);
		uploads.retry(uploads.list[0]!);
		expect(attempts.map(({ request }) => request.mutationId)).toEqual(['m1', 'm1']);
		await attempts[1]!.answer(arrive('a1'));
		expect(uploads.list).toEqual([]);
	});

	test('[A7] one that is called off ends, whatever is answered later', async () => {
		const { uploads, attempts, told } = queue();
		uploads.add(TARGET, [file('ring.jpg')]);
		uploads.callOff(uploads.list[0]!);
		expect(attempts[0]!.signal.aborted).toBe(true);
		await attempts[0]!.answer(lost);
		expect(uploads.list).toEqual([]);
		expect(told).toEqual(['ring.jpg waiting', 'ring.jpg sending', 'ring.jpg called off']);
	});

	test('[A2] what is too large or empty is told and not sent', () => {
		const { uploads, attempts, page } = queue();
		uploads.add(TARGET, [file('empty.jpg', 0), file('large.jpg', FILE_MAX_BYTES + 1)]);
		expect(attempts).toEqual([]);
		expect(page.isHeld).toBe(false);
		expect(uploads.list.map(({ state }) => state)).toMatchObject([
			{ step: 'failed', reason: 'This file is empty.', again: false },
			{ step: 'failed', reason: 'A file can have at most 8 MiB.', again: false }
		]);
	});

	test('[A7] the page asks before it is left while a file is on its way, and only then', async () => {
		const { uploads, attempts, page } = queue();
		uploads.add(TARGET, [file('a'), file('b')]);
		expect(page.isHeld).toBe(true);
		await attempts[0]!.answer(arrive('a1'));
		expect(page.isHeld).toBe(true);
		await attempts[1]!.answer(lost);
		expect(page.isHeld).toBe(false);
		uploads.retry(uploads.list[0]!);
		expect(page.isHeld).toBe(true);
		uploads.callOff(uploads.list[0]!);
		expect(page.isHeld).toBe(false);
	});
});
