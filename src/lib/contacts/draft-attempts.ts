import type { NewContactChoice } from './contact-directory.ts';
import type { ContactRole } from './contact.ts';
import { newContactInput } from './new-contact-input.ts';

/** One way of sending a draft, and what the server said of each field when it refused it. */
export interface Attempt {
	/** What is sent. */
	body: string;
	content: string;
	faults: Record<string, string>;
}

/**
 * The attempts to add drafts: the same content again is the same mutation, so that nobody is added twice; content that
 * was changed after an attempt is another one, so that nothing that was typed is dropped.
 */
export function draftAttempts(newMutationId: () => string) {
	const attempts = new Map<string, Attempt>();

	return {
		of(role: ContactRole, draft: NewContactChoice): Attempt {
			const input = newContactInput(role, draft);
			const content = JSON.stringify(input);
			const last = attempts.get(draft.mutationId);
			if (last?.content === content) return last;
			const mutationId = last ? newMutationId() : draft.mutationId;
			const attempt = { content, body: JSON.stringify({ mutationId, ...input }), faults: {} };
			attempts.set(draft.mutationId, attempt);
			return attempt;
		},

		/** Nothing once the draft has been changed. */
		faultsOf(role: ContactRole, draft: NewContactChoice): Record<string, string> {
			const last = attempts.get(draft.mutationId);
			return last?.content === JSON.stringify(newContactInput(role, draft)) ? last.faults : {};
		}
	};
}
