import { describe, expect, test } from 'vitest';
import type { AttachmentTransport } from './attachment-transport.ts';
import type { Attachment } from './attachment.ts';
import { JobFiles } from './job-files.svelte.ts';
import type { UploadAnswer } from './upload.ts';

function image(id: string): Attachment {
	return {
		id,
		kind: 'inspiration',
		fileName: `${id}.jpg`,
		createdAt: `2026-03-01T00:00:0${id.length}.000Z`
	} as Attachment;
}

/** A server whose answers are given by hand, in any order. */
function open(list: Attachment[], remove: AttachmentTransport['remove'] = () => Promise.resolve(null)) {
	const readings: { answer: (list: Attachment[]) => Promise<void>; fail: () => Promise<void> }[] = [];
	const sent: ((answer: UploadAnswer) => Promise<void>)[] = [];
	const settle = async () => {
		for (let turn = 0; turn < 5; turn++) await Promise.resolve();
	};
	const files = new JobFiles({
		job: 7,
		list,
		transport: {
			remove,
			list: () =>
				new Promise((resolve, reject) => {
					readings.push({
						answer: (read) => (resolve(read), settle()),
						fail: () => (reject(new Error('offline')), settle())
					});
				})
		},
		surroundings: {
			newMutationId: () => 'm1',
			holdPage: () => () => undefined,
			send: () => new Promise((resolve) => sent.push((answer) => (resolve(answer), settle())))
		}
	});
	const ids = () => files.list.map(({ id }) => id);
	return { files, readings, sent, ids };
}

describe('the files of a job', () => {
	test('[A1] an added file is the newest, at once', async () => {
		const { files, sent, ids } = open([image('a')]);
		files.add('inspiration', [new File(['x'], 'new.jpg')]);
		await sent[0]!({ ok: true, attachment: image('new') });
		expect(ids()).toEqual(['new', 'a']);
		expect(files.said).toEqual({ kind: 'inspiration', text: 'new.jpg was added.' });
	});

	test('[A7] a reading that began before a file arrived does not take it away again', async () => {
		const { files, readings, sent, ids } = open([image('a')]);
		files.add('inspiration', [new File(['x'], 'new.jpg')]);
		const reading = files.reload();
		await sent[0]!({ ok: true, attachment: image('new') });
		await readings[0]!.answer([image('a')]);
		expect(ids()).toEqual(['new', 'a']);
		await readings[1]!.answer([image('new'), image('a')]);
		await reading;
		expect(ids()).toEqual(['new', 'a']);
	});

	test('a list that cannot be read stays as it was, and says that it may be old', async () => {
		const { files, readings, ids } = open([image('a')]);
		void files.reload();
		await readings[0]!.fail();
		expect(ids()).toEqual(['a']);
		expect(files.problem).toContain('may be old');
		void files.reload();
		await readings[1]!.answer([image('a')]);
		expect(files.problem).toBe(null);
	});

	test('[A6] a removed file goes when the server says so, and stays when it refuses', async () => {
		const kept = open([image('a')], () => Promise.resolve({ detail: 'Your role does not allow this.' }));
		expect(await kept.files.remove(kept.files.list[0]!)).toEqual({
			detail: 'Your role does not allow this.'
		});
		expect(kept.ids()).toEqual(['a']);
		const gone = open([image('a')]);
		expect(await gone.files.remove(gone.files.list[0]!)).toBe(null);
		expect(gone.ids()).toEqual([]);
	});

	test('[A7] after calling off an upload the list is read: the server may have had it all', () => {
		const { files, readings } = open([]);
		files.add('inspiration', [new File(['x'], 'a.jpg')]);
		files.uploads.callOff(files.uploads.list[0]!);
		expect(readings.length).toBe(1);
	});
});
