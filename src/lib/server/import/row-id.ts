import { createHash } from 'node:crypto';

/** Ours alone, so that no id of another maker can be the same. */
const NAMESPACE = Buffer.from('7b1f3c52a0d84e6e9c5f1d2e3a4b5c6d', 'hex');

export function jobRowId(shopId: string, { key }: { key: string }): string {
	return rowId(shopId, 'job', key);
}

export function contactRowId(shopId: string, { key }: { key: string }): string {
	return rowId(shopId, 'contact', key);
}

/**
 * The mutation id of an imported row: a UUID of version 5 (RFC 9562) made of the shop, the kind and the row's key. The
 * same row of the same shop always has the same.
 */
function rowId(shopId: string, kind: string, key: string): string {
	const bytes = createHash('sha1')
		.update(NAMESPACE)
		.update(`${shopId}\n${kind}\n${key}`)
		.digest()
		.subarray(0, 16);
	bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
	bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
	return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
