import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildJob } from '#tests/support/factories.ts';
import { seeded } from '#tests/simulation/random.ts';
import { startUploadApi, type UploadApi } from '#tests/contract/upload-client.ts';
import { FORM_TYPES, tornForm } from './malformed/torn-form.ts';

const RUNS = process.env.BENCHBOARD_LONG ? 5_000 : 400;
const AT_ONCE = 8;

let it: UploadApi;
let path: string;
beforeAll(async () => {
	it = await startUploadApi();
	path = `/jobs/${await buildJob(it.api.database.sql, it.api.ana)}/attachments`;
}, 200_000);
afterAll(() => it.stop());

const temporaryFiles = () => readdirSync(tmpdir()).filter((name) => name.startsWith('benchboard-upload-'));

async function send(seed: number): Promise<{ seed: number; status: number; code: unknown }> {
	const random = seeded(seed);
	const response = await it.fetch(path, {
		method: 'POST',
		headers: { 'content-type': random.pick(FORM_TYPES) },
		body: Buffer.from(tornForm(random), 'latin1'),
		signal: AbortSignal.timeout(15_000)
	});
	const { code } = (await response.json()) as { code: unknown };
	return { seed, status: response.status, code };
}

test(`${RUNS} forms that were torn, cut and stuffed: every one is refused, and nothing is left of it`, async () => {
	const before = [await it.api.written(), await it.objects()];
	const answers: Awaited<ReturnType<typeof send>>[] = [];
	for (let seed = 1; seed <= RUNS; seed += AT_ONCE)
		answers.push(...(await Promise.all(Array.from({ length: AT_ONCE }, (_, i) => send(seed + i)))));
	expect(answers.filter(({ status }) => status < 400 || status >= 500)).toEqual([]);
	const codes = new Set(answers.map(({ code }) => code));
	expect([...codes].sort()).toEqual(
		expect.arrayContaining(['attachment.type', 'input.invalid', 'request.unreadable'])
	);
	expect([await it.api.written(), await it.objects()]).toEqual(before);
	await expect.poll(temporaryFiles).toEqual([]);
	expect(it.api.errors()).toEqual([]);
}, 120_000);
