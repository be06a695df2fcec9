import type { Readable } from 'node:stream';
import {
	DeleteObjectCommand,
	GetObjectCommand,
	HeadObjectCommand,
	paginateListObjectsV2,
	PutObjectCommand,
	S3Client
} from '@aws-sdk/client-s3';
import type { S3Config } from '#lib/server/config.ts';
import { checkedKey, type FoundObject, type ListedObject, type ObjectStore } from './object-store.ts';
import { checkS3 } from './s3-check.ts';
import { nullIfMissing } from './s3-fault.ts';
import { deadline } from './deadline.ts';
import { webStream } from './web-stream.ts';

/** Milliseconds until a store counts as out of reach. A file goes out over a shop's own line, which may be slow. */
const LIMITS = { connect: 5_000, answer: 15_000, silence: 30_000, put: 120_000 };

// The lock file says which version runs on which Node: its notice of what is to come would only hide lines that matter.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';

/** Keeps objects in a bucket of any S3-compatible store (R2, AWS, MinIO …). */
export function s3Store(config: S3Config): ObjectStore {
	const client = clientFor(config);
	const at = (key: string) => ({ Bucket: config.bucket, Key: checkedKey(key) });
	return {
		put: async (key, bytes, contentType) => {
			const object = { ...at(key), Body: bytes, ContentType: contentType };
			await deadline(LIMITS.put, (until) => client.send(new PutObjectCommand(object), until));
		},
		get: (key, range) => {
			const part = range && { Range: `bytes=${range.first}-${range.last}` };
			const command = new GetObjectCommand({ ...at(key), ...part });
			return deadline(LIMITS.answer, (until) => client.send(command, until)).then(foundObject, nullIfMissing);
		},
		size: (key) =>
			deadline(LIMITS.answer, (until) => client.send(new HeadObjectCommand(at(key)), until)).then(
				({ ContentLength }) => ContentLength ?? 0,
				nullIfMissing
			),
		remove: async (key) => {
			await deadline(LIMITS.answer, (until) => client.send(new DeleteObjectCommand(at(key)), until));
		},
		list: (prefix) => listObjects(client, config.bucket, prefix),
		// An object that did not arrive whole does not exist.
		tidy: () => Promise.resolve(),
		check: () => checkS3(client, config)
	};
}

function clientFor(config: S3Config): S3Client {
	return new S3Client({
		...(config.endpoint ? { endpoint: config.endpoint, forcePathStyle: true } : {}),
		region: config.region,
		credentials: { accessKeyId: config.accessKeyId, secretAccessKey: config.secretAccessKey },
		maxAttempts: 2,
		requestHandler: { connectionTimeout: LIMITS.connect, socketTimeout: LIMITS.silence },
		// Stores that lack the newer checksums refuse requests that carry them unasked.
		requestChecksumCalculation: 'WHEN_REQUIRED',
		responseChecksumValidation: 'WHEN_REQUIRED'
	});
}

function foundObject(answer: { Body?: unknown; ContentLength?: number | undefined }): FoundObject {
	return { size: answer.ContentLength ?? 0, body: webStream(answer.Body as Readable) };
}

async function* listObjects(client: S3Client, bucket: string, prefix: string): AsyncIterable<ListedObject> {
	for await (const page of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix })) {
		for (const { Key, Size, LastModified } of page.Contents ?? [])
			if (Key !== undefined)
				yield { key: Key, bytes: Size ?? 0, changedAt: (LastModified ?? new Date(0)).toISOString() };
	}
}
