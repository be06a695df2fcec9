import type { ByteRange } from '#lib/server/attachments/object-store.ts';

/**
 * The part that a `Range` header asks for, of so many bytes; `null` for all of them, as for whatever is no range or more than
 * one; `unsatisfiable` for a part that lies behind the end.
 */
export function parseRange(header: string | null, size: number): ByteRange | 'unsatisfiable' | null {
	const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? [];
	if (from === '' && to === '') return null;
	if (from === '') return lastBytes(Number(to), size);
	const range = { first: Number(from), last: to === '' ? size - 1 : Math.min(Number(to), size - 1) };
	if (to !== '' && Number(to) < range.first) return null;
	return range.first < size ? range : 'unsatisfiable';
}

function lastBytes(count: number, size: number): ByteRange | 'unsatisfiable' {
	return count > 0 ? { first: Math.max(0, size - count), last: size - 1 } : 'unsatisfiable';
}
