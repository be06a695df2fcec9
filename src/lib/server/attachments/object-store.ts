import type { Instant } from '#lib/kernel/dates.ts';

/** Where files live: a folder, or a bucket of any S3-compatible store. Keys begin with `shops/<shop id>/` (A3). */
export interface ObjectStore {
	/** Stores the bytes under the key, replacing what was there; once it returns they survive a crash. */
	put: (key: string, bytes: Uint8Array, contentType: string) => Promise<void>;
	/** The object, or the part of it, as a stream to be read or cancelled; `null` when there is no such object. */
	get: (key: string, range?: ByteRange) => Promise<FoundObject | null>;
	/** How many bytes the object has; `null` when there is no such object. */
	size: (key: string) => Promise<number | null>;
	/** Removes the object; removing what is not there is no error. */
	remove: (key: string) => Promise<void>;
	/** Every object whose key begins with the prefix, in no order. */
	list: (prefix: string) => AsyncIterable<ListedObject>;
	/** Throws away what crashes before that moment have left half-written. */
	tidy: (before: Instant) => Promise<void>;
	/** Stores, reads and removes something small. Throws a `StoreRefused` where the settings are wrong. */
	check: () => Promise<void>;
}

/** Bytes of an object, counted from 0, the last one included. */
export interface ByteRange {
	first: number;
	last: number;
}

export interface FoundObject {
	/** Bytes that the stream gives. */
	size: number;
	body: ReadableStream<Uint8Array<ArrayBuffer>>;
}

export interface ListedObject {
	key: string;
	bytes: number;
	changedAt: Instant;
}

/**
 * A5: a file as it was uploaded, its small picture, and, where the original says more than its picture, the copy without
 * metadata that browsers get.
 */
export type ObjectPart = 'file' | 'thumbnail' | 'cleaned';

const KEY = /^shops\/[a-z0-9]+\/(jobs\/\d+|logo)\/[a-z0-9.-]+$/;

/** The key of a part of a job's file. Built from ids alone, so no name that a person typed reaches the store (A3). */
export function objectKey(shopId: string, jobNumber: number, attachmentId: string, part: ObjectPart): string {
	const ending = part === 'file' ? '' : `.${part}`;
	return checkedKey(`shops/${shopId}/jobs/${jobNumber}/${attachmentId}${ending}`);
}

/** The key of a shop's logo; another logo has another id. */
export function logoKey(shopId: string, logoId: string): string {
	return checkedKey(`shops/${shopId}/logo/${logoId}`);
}

/** Throws for anything that is not a key of ours, `..` included. */
export function checkedKey(key: string): string {
	if (!KEY.test(key) || key.includes('..')) throw new Error('Not an object key');
	return key;
}

/** What the settings of a store name does not work, and will not by waiting. The message is one line, and names the setting. */
export class StoreRefused extends Error {}
