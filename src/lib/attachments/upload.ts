import type { Problem } from '#lib/problems/problem.ts';
import { problemDetail } from '#lib/problems/words.ts';
import { FILE_MAX_BYTES, type Attachment, type AttachmentKind } from './attachment.ts';
import * as words from './messages.ts';

/** Where a file belongs. */
export interface UploadTarget {
	job: number;
	kind: AttachmentKind;
}

/** A file as it is sent; the same `mutationId` sent again adds it once. */
export interface UploadRequest extends UploadTarget {
	file: File;
	mutationId: string;
}

/** How far a file is. One that has arrived is an attachment and no upload any more. */
export type UploadState =
	| { step: 'waiting' }
	/** `sent` is the share of the bytes that are out, 0 to 1. */
	| { step: 'sending'; sent: number }
	/** A7: stays until somebody has read it; `again` is whether sending the same file again can help. */
	| { step: 'failed'; reason: string; again: boolean };

export type UploadAnswer =
	{ ok: true; attachment: Attachment } | { ok: false; reason: string; again: boolean };

/** An answer over HTTP, by our server or by something on the way to it. */
export interface RawAnswer {
	status: number;
	contentType: string | null;
	text: string;
}

/** Refusals that the same file may get past later: signed out, too slow, too many. */
const PASSING = [401, 408, 429];

/** A2: why a file is not even sent, in one sentence; `null` for a file that the server is to judge. */
export function refusalOf({ size }: Pick<File, 'size'>): string | null {
	if (size === 0) return problemDetail('attachment.empty');
	return size > FILE_MAX_BYTES ? problemDetail('attachment.too_large') : null;
}

/** A7: what an answer means. Only our own server's words are passed on; a proxy's page is told in ours. */
export function readAnswer({ status, contentType, text }: RawAnswer): UploadAnswer {
	const body = bodyOf(text);
	if (status === 201 && body && 'attachment' in body)
		return { ok: true, attachment: body.attachment as Attachment };
	if (contentType?.startsWith('application/problem+json') && body)
		return { ok: false, reason: reasonOf(status, body as unknown as Problem), again: isPassing(status) };
	const reason = status === 413 ? words.WAY_TOO_NARROW : words.answeredByOther(status);
	return { ok: false, reason, again: true };
}

function reasonOf(status: number, { detail }: Problem): string {
	return status === 401 ? words.SIGNED_OUT : detail;
}

function isPassing(status: number): boolean {
	return status >= 500 || PASSING.includes(status);
}

function bodyOf(text: string): Record<string, unknown> | null {
	try {
		const body: unknown = JSON.parse(text);
		return typeof body === 'object' ? (body as Record<string, unknown> | null) : null;
	} catch {
		return null;
	}
}
