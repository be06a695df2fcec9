import type { Problem } from '#lib/problems/problem.ts';
import type { Refusal } from '#lib/ui/refusal.ts';
import type { Attachment } from './attachment.ts';
import { fileUrl } from './attachment-list.ts';
import { answeredByOther } from './messages.ts';

/** The files of a job as the server keeps them. Both reject when the server is not reached. */
export interface AttachmentTransport {
	/** Newest first. */
	list: (job: number) => Promise<Attachment[]>;
	/** Returns why not; what is gone already counts as removed. */
	remove: (id: string) => Promise<Refusal | null>;
}

export function attachmentTransport(fetch: typeof globalThis.fetch): AttachmentTransport {
	return {
		list: async (job) => {
			const response = await fetch(`/api/v1/jobs/${job}/attachments`);
			if (!response.ok) throw new Error(`attachments: ${response.status}`);
			return ((await response.json()) as { attachments: Attachment[] }).attachments;
		},
		remove: async (id) => {
			const response = await fetch(fileUrl({ id }), { method: 'DELETE' });
			return response.ok || response.status === 404 ? null : refusalIn(response);
		}
	};
}

async function refusalIn(response: Response): Promise<Refusal> {
	const isOurs = response.headers.get('content-type')?.startsWith('application/problem+json');
	return isOurs ? ((await response.json()) as Problem) : { detail: answeredByOther(response.status) };
}
