import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { S3Config } from '#lib/server/config.ts';
import { asNobody } from '#tests/support/nobody.ts';
import { startS3, type TestS3 } from '#tests/support/s3.ts';
import { requireBucket, requireFolder } from './require-store.ts';

let s3: TestS3;
const servers: Server[] = [];
beforeAll(async () => {
	s3 = await startS3();
});
afterEach(() => {
	vi.restoreAllMocks();
	for (const server of servers.splice(0)) server.close().closeAllConnections();
});
afterAll(() => s3.stop());

const start = (settings: Partial<S3Config> = {}) =>
	requireBucket({ s3: { ...s3.config, ...settings }, dataDir: 'none' });

/** A server that answers everything so. */
async function answering(status: number, body: string, type = 'application/xml'): Promise<string> {
	const server = createServer((request, response) => {
		request.resume().once('end', () => response.writeHead(status, { 'content-type': type }).end(body));
	});
	servers.push(server);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const refusal = (code: string) =>
	`<?xml version="1.0"?><Error><Code>${code}</Code><Message>No</Message></Error>`;

test('a bucket that works is used, and nothing is said', async () => {
	const said = vi.spyOn(console, 'error');
	await start();
	expect(said.mock.calls.flat().join()).not.toContain('S3_');
});

test('without a bucket nothing is asked', () => requireBucket({ s3: null, dataDir: 'none' }));

describe('what is wrong is one line that names the setting', () => {
	test.each([
		['key', { accessKeyId: 'WRONG' }, 'S3_ACCESS_KEY_ID WRONG is not known to the store.'],
		['bucket', { bucket: 'elsewhere' }, 'S3_BUCKET elsewhere does not exist.'],
		['name', { endpoint: 'http://store.invalid' }, 'S3_ENDPOINT http://store.invalid leads to no S3 store.']
	])('the %s', async (_, settings, message) => {
		await expect(start(settings)).rejects.toThrow(message);
		await expect(start(settings)).rejects.toThrow(/^[^\n]+$/);
	});

	test.each([
		['SignatureDoesNotMatch', 403, 'S3_SECRET_ACCESS_KEY does not belong to S3_ACCESS_KEY_ID.'],
		['InvalidAccessKeyId', 403, 'S3_ACCESS_KEY_ID S3RVER is not known to the store.'],
		['AccessDenied', 403, 'S3_ACCESS_KEY_ID may not write and read in S3_BUCKET benchboard (AccessDenied).'],
		['NoSuchBucket', 404, 'S3_BUCKET benchboard does not exist.'],
		['AuthorizationHeaderMalformed', 400, 'S3_REGION us-east-1 is not the bucket’s.']
	])('a store that answers %s', async (code, status, message) => {
		const endpoint = await answering(status, refusal(code));
		await expect(start({ endpoint })).rejects.toThrow(message);
	});

	test.each([
		['a web site', 200, '<!doctype html><p>Welcome</p>'],
		['a web site that takes no files', 501, '<!doctype html><p>Unsupported method</p>'],
		['a web site without such a page', 404, '<!doctype html><p>Not found</p>']
	])('%s', async (_, status, body) => {
		const endpoint = await answering(status, body, 'text/html');
		await expect(start({ endpoint })).rejects.toThrow(`S3_ENDPOINT ${endpoint} leads to no S3 store.`);
	});

	test('HTTPS where none is spoken', async () => {
		const endpoint = s3.config.endpoint.replace('http:', 'https:');
		await expect(start({ endpoint })).rejects.toThrow(`S3_ENDPOINT ${endpoint} leads to no S3 store.`);
	});
});

describe('what may be over in a moment stops nothing, and is one line', () => {
	/** What a start with such a store says of it. */
	async function warnings(endpoint: string): Promise<unknown[]> {
		const said = vi.spyOn(console, 'error').mockReturnValue();
		await start({ endpoint });
		return said.mock.calls.flat().filter((line) => String(line).includes('S3_'));
	}

	test.each(['127.0.0.1', 'localhost'])('nobody is at its port yet: %s', async (host) => {
		expect(await warnings(`http://${host}:1`)).toEqual([
			expect.stringMatching(
				`^S3_ENDPOINT http://${host}:1 does not answer \\(connect ECONNREFUSED .+\\)\\. The board starts`
			)
		]);
	});

	test.each([
		[503, refusal('ServiceUnavailable'), 'application/xml'],
		[500, refusal('InternalError'), 'application/xml'],
		[500, '', 'text/plain'],
		[502, '<!doctype html><p>Bad gateway</p>', 'text/html']
	])('it answers %i %s', async (status, body, type) => {
		const endpoint = await answering(status, body, type);
		expect(await warnings(endpoint)).toEqual([
			`S3_ENDPOINT ${endpoint} answers with trouble of its own (HTTP ${status}). The board starts; files wait until it works.`
		]);
	});
});

describe('a data folder', () => {
	test('whose folder for files belongs to somebody else is named', async () => {
		const dataDir = mkdtempSync(path.join(tmpdir(), 'require-folder-'));
		chmodSync(dataDir, 0o755);
		const files = path.join(dataDir, 'files');
		mkdirSync(files);
		await asNobody(files, () =>
			expect(requireFolder({ s3: null, dataDir })).rejects.toThrow(
				`The folder ${files} (DATA_DIR) cannot be used: this user may not write there.`
			)
		);
		rmSync(dataDir, { recursive: true });
	});

	test.runIf(existsSync('/proc/self'))(
		'that nobody can make is not waited for',
		async () => {
			await expect(requireFolder({ s3: null, dataDir: '/proc/x' })).rejects.toThrow(
				'The folder /proc/x (DATA_DIR) cannot be used: no folder can be made there.'
			);
		},
		2000
	);
});
