import {
	DeleteObjectCommand,
	GetObjectCommand,
	NoSuchKey,
	PutObjectCommand,
	S3Client,
	S3ServiceException
} from '@aws-sdk/client-s3';
import type { S3Config } from '#lib/server/config.ts';
import { checkedKey, type ObjectStore } from './object-store.ts';

/** Keeps objects in a bucket of any S3-compatible store (R2, AWS, MinIO …). */
export function s3Store(config: S3Config): ObjectStore {
	const client = clientFor(config);
	const at = (key: string) => ({ Bucket: config.bucket, Key: checkedKey(key) });
	return {
		put: async (key, bytes, contentType) => {
			await client.send(new PutObjectCommand({ ...at(key), Body: bytes, ContentType: contentType }));
		},
		get: async (key) => {
			try {
				const answer = await client.send(new GetObjectCommand(at(key)));
				return (await answer.Body?.transformToByteArray()) ?? null;
			} catch (error) {
				if (isMissing(error)) return null;
				throw error;
			}
		},
		remove: async (key) => {
			await client.send(new DeleteObjectCommand(at(key)));
		}
	};
}

function clientFor(config: S3Config): S3Client {
	return new S3Client({
		...(config.endpoint ? { endpoint: config.endpoint, forcePathStyle: true } : {}),
		region: config.region,
		credentials: { accessKeyId: config.accessKeyId, secretAccessKey: config.secretAccessKey },
		// Stores that lack the newer checksums refuse requests that carry them unasked.
		requestChecksumCalculation: 'WHEN_REQUIRED',
		responseChecksumValidation: 'WHEN_REQUIRED'
	});
}

function isMissing(error: unknown): boolean {
	return error instanceof NoSuchKey || (error instanceof S3ServiceException && error.name === 'NotFound');
}
