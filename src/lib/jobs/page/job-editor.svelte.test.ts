import { describe, expect, it } from 'vitest';
import type { JobDetails } from '#lib/jobs/job-details.ts';
import type { Problem } from '#lib/problems/problem.ts';
import type { SaveAnswer } from './draft.ts';
import { JobEditor } from './job-editor.svelte.ts';

const START = {
	number: 7,
	version: 3,
	title: 'Ring',
	location: null,
	notes: null,
	spec: {}
} as unknown as JobDetails;

/** An editor with a server and a clock that the test is. */
function open(start = START) {
	const record = { job: start, accept: (job: JobDetails) => void (record.job = job) };
	const sent: { body: Record<string, unknown>; answer: (answer: SaveAnswer) => void; fail: () => void }[] =
		[];
	let timers: { run: () => void; ms: number }[] = [];
	let ids = 0;
	const editor = new JobEditor({
		record,
		send: (body) =>
			new Promise((answer, reject) => {
				sent.push({ body: body as Record<string, unknown>, answer, fail: () => reject(new Error('gone')) });
			}),
		newMutationId: () => `m${++ids}`,
		after: (ms, run) => {
			const timer = { ms, run };
			timers.push(timer);
			return () => (timers = timers.filter((other) => other !== timer));
		}
	});
	const pass = (ms: number) => {
		const due = timers.filter((timer) => timer.ms <= ms);
		timers = timers.filter((timer) => timer.ms > ms);
		for (const { run } of due) run();
	};
	const settle = () => new Promise((resolve) => setImmediate(resolve));
	const saved = async (change: Partial<JobDetails>) => {
		const job = { ...record.job, ...change, version: record.job.version + 1 };
		sent.at(-1)?.answer({ ok: true, body: { version: job.version, job } });
		await settle();
	};
	const refused = async (problem: Partial<Problem>) => {
		sent.at(-1)?.answer({ ok: false, problem: problem as Problem });
		await settle();
	};
	return { editor, record, sent, pass, settle, saved, refused };
}

const stateOf = (editor: JobEditor, field: 'title' | 'location') => editor.drafts.get(field)?.state;

describe('[J7] a field that is typed in', () => {
	it('is sent once it has been quiet, with the version that was seen', async () => {
		const { editor, sent, pass, saved } = open();
		editor.type('title', 'B');
		editor.type('title', 'Band');
		expect(sent).toHaveLength(0);
		pass(1_000);
		expect(sent.map(({ body }) => body)).toEqual([{ mutationId: 'm2', version: 3, title: 'Band' }]);
		await saved({ title: 'Band' });
		expect([stateOf(editor, 'title'), editor.saved, editor.isUnsaved]).toEqual(['saved', 'title', false]);
		editor.leave('title');
		expect(editor.drafts.size).toBe(0);
	});

	it('is sent when it is left', () => {
		const { editor, sent } = open();
		editor.type('title', 'Band');
		editor.leave('title');
		expect(sent).toHaveLength(1);
	});

	it('goes on being typed while it is saved, and is then saved again on top of that', async () => {
		const { editor, sent, pass, saved } = open();
		editor.type('title', 'Band');
		pass(1_000);
		editor.type('title', 'Band in gold');
		expect(editor.valueOf('title')).toBe('Band in gold');
		await saved({ title: 'Band' });
		expect(sent[1]?.body).toMatchObject({ version: 4, title: 'Band in gold' });
		expect(sent[1]?.body.mutationId).not.toBe(sent[0]?.body.mutationId);
	});

	it('is not disturbed by what others save', () => {
		const { editor, record } = open();
		editor.type('title', 'Band');
		record.accept({ ...START, version: 9, title: 'Theirs', location: 'Safe' });
		expect([editor.valueOf('title'), editor.valueOf('location')]).toEqual(['Band', 'Safe']);
	});

	it('sends the version of its beginning, though a newer one has come meanwhile', () => {
		const { editor, record, sent } = open();
		editor.type('title', 'B');
		record.accept({ ...START, version: 9, title: 'Theirs' });
		editor.type('title', 'Band');
		editor.leave('title');
		expect(sent[0]?.body).toMatchObject({ version: 3 });
	});

	it('waits for the field before it', async () => {
		const { editor, sent, saved } = open();
		void editor.choose('title', 'Band');
		void editor.choose('location', 'Safe');
		expect(sent).toHaveLength(1);
		await saved({ title: 'Band' });
		expect(sent[1]?.body).toMatchObject({ location: 'Safe' });
	});
});

describe('[J7] of the same field', () => {
	const conflict: Partial<Problem> = {
		status: 409,
		code: 'edit.conflict',
		conflicts: [{ field: 'title', by: 'Ben', at: '' }],
		job: { ...START, version: 9, title: 'Theirs' }
	};

	async function clash() {
		const screen = open();
		void screen.editor.choose('title', 'Mine');
		await screen.refused(conflict);
		return screen;
	}

	it('both values are kept until somebody chooses', async () => {
		const { editor, record } = await clash();
		expect(editor.drafts.get('title')).toMatchObject({ state: 'conflict', value: 'Mine', by: 'Ben' });
		expect([record.job.title, editor.isStuck]).toEqual(['Theirs', true]);
	});

	it('the own one is saved over the other in sight of it', async () => {
		const { editor, sent, saved } = await clash();
		editor.keepMine('title');
		expect(sent[1]?.body).toMatchObject({ version: 9, title: 'Mine' });
		await saved({ title: 'Mine' });
		expect(editor.isStuck).toBe(false);
	});

	it('the other one is taken', async () => {
		const { editor, sent } = await clash();
		editor.takeTheirs('title');
		expect([editor.valueOf('title'), sent.length]).toEqual(['Theirs', 1]);
	});

	it('going on typing decides nothing behind anybody’s back', async () => {
		const { editor, sent } = await clash();
		editor.type('title', 'Mine too');
		editor.leave('title');
		expect([sent.length, stateOf(editor, 'title')]).toEqual([1, 'conflict']);
		editor.keepMine('title');
		expect(sent[1]?.body).toMatchObject({ version: 9, title: 'Mine too' });
	});
});

describe('a save without an answer', () => {
	it('is sent again as the same mutation, and nothing is lost meanwhile', async () => {
		const { editor, sent, pass, settle } = open();
		void editor.choose('title', 'Band');
		sent[0]?.fail();
		await settle();
		expect([stateOf(editor, 'title'), editor.valueOf('title')]).toEqual(['waiting', 'Band']);
		pass(3_000);
		expect(sent[1]?.body).toEqual(sent[0]?.body);
	});

	it('that had arrived after all is no conflict with what was typed on', async () => {
		const { editor, sent, settle, refused } = open();
		void editor.choose('title', 'Band');
		sent[0]?.fail();
		await settle();
		editor.type('title', 'Band in gold');
		editor.leave('title');
		await refused({
			status: 409,
			code: 'edit.conflict',
			conflicts: [{ field: 'title', by: 'Me', at: '' }],
			job: { ...START, version: 4, title: 'Band' }
		});
		expect(sent[2]?.body).toMatchObject({ version: 4, title: 'Band in gold' });
	});

	it('and an outage are the same', async () => {
		const { editor, refused } = open();
		void editor.choose('title', 'Band');
		await refused({ status: 503, code: 'service.unavailable' });
		expect(stateOf(editor, 'title')).toBe('waiting');
	});
});

describe('a refused value', () => {
	const refusal: Partial<Problem> = { status: 422, code: 'input.invalid', detail: 'No.' };

	it('that has been replaced meanwhile lets the new one go out', async () => {
		const { editor, sent, refused } = open();
		void editor.choose('title', 'x'.repeat(300));
		void editor.choose('title', 'Band');
		await refused(refusal);
		expect(sent[1]?.body).toMatchObject({ title: 'Band' });
	});

	it('does not take the version of what somebody else has saved meanwhile', async () => {
		const { editor, record, sent, refused } = open();
		void editor.choose('title', 'x'.repeat(300));
		await refused(refusal);
		record.accept({ ...START, version: 9, title: 'Theirs' });
		editor.type('title', 'Band');
		editor.leave('title');
		expect(sent[1]?.body).toMatchObject({ version: 3, title: 'Band' });
	});

	it('that cannot be meant is not sent, and not forgotten', () => {
		const { editor, sent, pass } = open();
		editor.type('budgetCents', 120_000);
		editor.refuse('budgetCents', 'Write an amount.');
		pass(1_000);
		expect([sent.length, editor.isUnsaved, editor.isStuck]).toEqual([0, true, true]);
	});

	it('stays in the field with its reason, and goes with the next one that is right', async () => {
		const { editor, refused, saved } = open();
		const told = editor.choose('title', 'x'.repeat(300));
		await refused({ status: 422, code: 'input.invalid', detail: 'No.', fields: { title: 'At most 200.' } });
		expect(await told).toEqual({ detail: 'At most 200.' });
		expect(editor.drafts.get('title')).toMatchObject({ state: 'refused', message: 'At most 200.' });
		void editor.choose('title', 'Band');
		await saved({ title: 'Band' });
		expect(editor.drafts.get('title')?.message ?? null).toBeNull();
	});
});
