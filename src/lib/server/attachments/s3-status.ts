import { causesOf } from '#lib/server/http/database-gone.ts';

/**
 * The HTTP status that a store, or a proxy before it, has answered with; `undefined` when nothing came. Asked of the shape, so
 * that a start without a bucket does not load the client.
 */
export function answeredStatus(error: unknown): number | undefined {
	for (const cause of causesOf(error)) {
		const { $metadata } = cause as { $metadata?: { httpStatusCode?: number } };
		if ($metadata?.httpStatusCode !== undefined) return $metadata.httpStatusCode;
	}
	return undefined;
}
