import { S3ServiceException } from '@aws-sdk/client-s3';
import type { S3Config } from '#lib/server/config.ts';
import { causesOf } from '#lib/server/http/database-gone.ts';
import { answeredStatus } from './s3-status.ts';

/** For what names an object: that there is none is an answer. Throws every other fault on. */
export function nullIfMissing(error: unknown): null {
	if (error instanceof S3ServiceException && ['NoSuchKey', 'NotFound'].includes(error.name)) return null;
	throw error;
}

/** What S3-compatible stores call a setting that is wrong. */
const REFUSALS: [names: RegExp, sentence: (config: S3Config) => string][] = [
	[/^InvalidAccessKeyId$/, ({ accessKeyId }) => `S3_ACCESS_KEY_ID ${accessKeyId} is not known to the store`],
	[/^SignatureDoesNotMatch$/, () => 'S3_SECRET_ACCESS_KEY does not belong to S3_ACCESS_KEY_ID'],
	[/^(NoSuchBucket|InvalidBucketName)$/, ({ bucket }) => `S3_BUCKET ${bucket} does not exist`],
	[
		/^(AuthorizationHeaderMalformed|PermanentRedirect|InvalidRegionName|IllegalLocationConstraintException)$/,
		({ region }) => `S3_REGION ${region} is not the bucket’s`
	]
];

/** Faults of an address that nobody mends by waiting: no such name, another protocol. Nobody there may be a store that comes up. */
const WRONG_ADDRESS = /^(ENOTFOUND|EPROTO|ERR_SSL_.*|ERR_TLS_.*|.*CERT.*|HPE_.*|ERR_INVALID_URL)$/;

/** What answers so cannot be asked for it at all: no store of files. */
const UNABLE = 501;

/** A store that is there and has trouble of its own. */
const PASSING = /^(SlowDown|InternalError|ServiceUnavailable|RequestTimeout|TooManyRequestsException)$/;

/**
 * The sentence that says which setting a store refuses; `null` for what may be over in a moment: a line that is down, a store
 * that does not answer or has trouble of its own.
 */
export function refusedSetting(error: unknown, config: S3Config): string | null {
	const causes = causesOf(error);
	if (causes.some((cause) => 'code' in cause && WRONG_ADDRESS.test(String(cause.code))))
		return foreignStore(config);
	const status = answeredStatus(error);
	if (status !== undefined && status >= 500 && status !== UNABLE) return null;
	const fault = causes.find((cause) => cause instanceof S3ServiceException);
	if (!fault) return isForeign(error) ? foreignStore(config) : null;
	const known = REFUSALS.find(([names]) => names.test(fault.name));
	if (known) return `${known[1](config)}.`;
	if (status === undefined || status === 429 || PASSING.test(fault.name)) return null;
	if (status !== 401 && status !== 403) return foreignStore(config);
	return `S3_ACCESS_KEY_ID may not write and read in S3_BUCKET ${config.bucket} (${fault.name}).`;
}

/** The sentence for an address at which no S3 is spoken. */
export function foreignStore({ endpoint, region }: S3Config): string {
	return `${endpoint ? `S3_ENDPOINT ${endpoint}` : `S3_REGION ${region}`} leads to no S3 store.`;
}

/** Whether what answered does not speak S3: the client cannot read it. */
function isForeign(error: unknown): boolean {
	return error instanceof Error && /deserializ|not closed|unexpected/i.test(error.message);
}
