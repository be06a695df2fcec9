import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { S3Config } from '#lib/server/config.ts';
import { deadline } from './deadline.ts';
import { StoreRefused } from './object-store.ts';
import { foreignStore, refusedSetting } from './s3-fault.ts';

/** No file of a shop's is called so. */
const PROBE = 'benchboard-check';
const SAMPLE = 'written and read again';

/** Milliseconds; a start waits no longer for a store that does not answer. */
const PATIENCE = 8_000;

/** Uses every right that files need. Throws a `StoreRefused` that names the wrong setting, or whatever stood in the way. */
export async function checkS3(client: S3Client, config: S3Config): Promise<void> {
	const at = { Bucket: config.bucket, Key: PROBE };
	try {
		await deadline(PATIENCE, async (until) => {
			await client.send(new PutObjectCommand({ ...at, Body: SAMPLE, ContentType: 'text/plain' }), until);
			const { Body } = await client.send(new GetObjectCommand(at), until);
			if ((await Body?.transformToString()) !== SAMPLE) throw new StoreRefused(foreignStore(config));
			await client.send(new DeleteObjectCommand(at), until);
		});
	} catch (error) {
		if (error instanceof StoreRefused) throw error;
		const sentence = refusedSetting(error, config);
		throw sentence === null ? error : new StoreRefused(sentence);
	}
}
