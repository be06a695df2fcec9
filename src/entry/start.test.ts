import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { destroyEmbedded } from '#lib/server/db/embedded/embedded.ts';
import { isGoneWithin } from '#lib/server/db/embedded/postmaster.ts';
import { startApp } from '#tests/support/app.ts';

const BUILD_AND_START = 240_000;
const LAUNCH = path.join(import.meta.dirname, 'launch.js');

describe('npm start', { timeout: BUILD_AND_START }, () => {
	let folder: string;
	let dataDir: string;
	beforeAll(() => {
		folder = mkdtempSync(path.join(tmpdir(), 'start-'));
		dataDir = path.join(folder, 'data');
	});
	afterAll(async () => {
		await destroyEmbedded(dataDir);
		rmSync(folder, { recursive: true });
	});

	test('survives a SIGKILL, serves again, and takes everything with it when it is asked to end', async () => {
		const app = await startApp({ databaseUrl: null, env: { DATA_DIR: dataDir } });
		expect(await statusOf(app.url)).toBe(200);
		await app.kill('SIGKILL');
		const begun = Date.now();
		await app.restart();
		expect(Date.now() - begun).toBeLessThan(10_000);
		expect(await statusOf(app.url)).toBe(200);
		const database = postmasterPid(dataDir);
		const asked = Date.now();
		expect(await app.kill('SIGINT')).toBe(0);
		expect(Date.now() - asked).toBeLessThan(5000);
		expect(await isGoneWithin(database, 0)).toBe(true);
	});

	test('prints one line when it is ready, and answers under every name that reaches it', async () => {
		const app = await startApp({ env: { ORIGIN: 'https://board.example.com' } });
		const { port } = new URL(app.url);
		expect(app.log().match(/ready on/g)).toHaveLength(1);
		expect(await statusOf(`http://localhost:${port}`)).toBe(200);
		expect(await statusOf(`http://127.0.0.1:${port}`)).toBe(200);
		await app.stop();
	});
});

describe('npm start, when it cannot', { timeout: BUILD_AND_START }, () => {
	test('names every wrong setting, a line each', async () => {
		const { code, errors } = await attempt({ PORT: 'abc', DATABASE_URL: 'mysql://x' });
		expect(code).toBe(1);
		expect(errors).toHaveLength(2);
		expect(errors.join()).toMatch(/PORT.*DATABASE_URL|DATABASE_URL.*PORT/);
	});

	test('says in one line that the port is in use, and starts nothing', async () => {
		const rival = createServer().listen(0, '127.0.0.1');
		await once(rival, 'listening');
		const { port } = rival.address() as AddressInfo;
		const { code, errors } = await attempt({ HOST: '127.0.0.1', PORT: String(port) });
		expect({ code, errors }).toEqual({
			code: 1,
			errors: [`Port ${port} is in use: stop what runs there, or set PORT.`]
		});
		rival.close();
	});

	test('says in one line that the database does not answer', async () => {
		const { code, errors } = await attempt({ PORT: '0', DATABASE_URL: 'postgres://a:secret@127.0.0.1:1/b' });
		expect(code).toBe(1);
		expect(errors).toEqual([
			'The database at 127.0.0.1:1 (DATABASE_URL) cannot be used: connect ECONNREFUSED 127.0.0.1:1'
		]);
	});
});

describe('npm start, when a bucket is set', { timeout: BUILD_AND_START }, () => {
	const S3 = {
		PORT: '0',
		S3_ENDPOINT: 'http://store.invalid',
		S3_BUCKET: 'b',
		S3_ACCESS_KEY_ID: 'k',
		S3_SECRET_ACCESS_KEY: 's'
	};
	test('says in one line that there is no store, and starts nothing', async () => {
		expect(await attempt(S3)).toEqual({
			code: 1,
			errors: ['S3_ENDPOINT http://store.invalid leads to no S3 store.']
		});
	});
});

async function attempt(env: NodeJS.ProcessEnv): Promise<{ code: number; errors: string[] }> {
	const child = spawn(process.execPath, [LAUNCH, 'start'], {
		env: { ...process.env, ...env },
		stdio: ['ignore', 'ignore', 'pipe']
	});
	let text = '';
	child.stderr.setEncoding('utf8').on('data', (part: string) => (text += part));
	const [code] = (await once(child, 'close')) as [number];
	return { code, errors: text.split('\n').filter((line) => line !== '' && !line.endsWith('…')) };
}

async function statusOf(url: string): Promise<number> {
	const response = await fetch(`${url}/healthz`);
	return response.status;
}

function postmasterPid(folder: string): number {
	return Number(readFileSync(path.join(folder, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0]);
}
