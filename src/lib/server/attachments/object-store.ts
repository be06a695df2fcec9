/** Where files live: a folder, or a bucket of any S3-compatible store. Keys are `shops/<shop id>/jobs/<number>/…` (A3). */
export interface ObjectStore {
	/** Stores the bytes under the key, replacing what was there; once it returns they survive a crash. */
	put: (key: string, bytes: Uint8Array, contentType: string) => Promise<void>;
	/** The bytes, or `null` when there is no such object. */
	get: (key: string) => Promise<Uint8Array | null>;
	/** Removes the object; removing what is not there is no error. */
	remove: (key: string) => Promise<void>;
}

const KEY = /^shops\/[a-z0-9]+\/jobs\/\d+\/[a-z0-9.-]+$/;

/** The key of a job's file or thumbnail. Built from ids alone, so no name that a person typed reaches the store (A3). */
export function objectKey(
	shopId: string,
	jobNumber: number,
	attachmentId: string,
	part: 'file' | 'thumbnail'
): string {
	return checkedKey(
		`shops/${shopId}/jobs/${jobNumber}/${attachmentId}${part === 'thumbnail' ? '.thumbnail' : ''}`
	);
}

/** Throws for anything that is not a key of ours, `..` included. */
export function checkedKey(key: string): string {
	if (!KEY.test(key) || key.includes('..')) throw new Error('Not an object key');
	return key;
}
