import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import S3rver from 's3rver';
import type { S3Config } from '#lib/server/config.ts';

/** An S3 server of a test's own, with one bucket. */
export interface TestS3 {
	config: S3Config & { endpoint: string };
	/** The same as a server's environment has it. */
	env: Record<string, string>;
	/** Ends and deletes it. */
	stop: () => Promise<void>;
}

export async function startS3(): Promise<TestS3> {
	const directory = await mkdtemp(path.join(tmpdir(), 'benchboard-s3-'));
	const server = new S3rver({
		port: 0,
		address: '127.0.0.1',
		silent: true,
		directory,
		configureBuckets: [{ name: 'benchboard', configs: [] }]
	});
	const { port } = await server.run();
	const endpoint = `http://127.0.0.1:${port}`;
	const config = {
		endpoint,
		region: 'us-east-1',
		bucket: 'benchboard',
		accessKeyId: 'S3RVER',
		secretAccessKey: 'S3RVER'
	};
	return {
		config,
		env: {
			S3_ENDPOINT: endpoint,
			S3_REGION: config.region,
			S3_BUCKET: config.bucket,
			S3_ACCESS_KEY_ID: config.accessKeyId,
			S3_SECRET_ACCESS_KEY: config.secretAccessKey
		},
		stop: async () => {
			// Once a test has stopped it, stopping it again is nothing.
			await server.close().catch(() => undefined);
			await rm(directory, { recursive: true, force: true });
		}
	};
}
