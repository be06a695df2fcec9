import { error } from '@sveltejs/kit';
import { MAY_NOT, NO_SUCH_CONTACT } from '#lib/contacts/contact-page-messages.ts';
import { AppError } from '#lib/server/app-error.ts';

/** What a page about contacts shows instead, when it is not for whoever asks; other errors are thrown on. */
export function refusePage(refusal: unknown): never {
	const code = refusal instanceof AppError ? refusal.code : null;
	if (code === 'contact.not_found') error(404, NO_SUCH_CONTACT);
	if (code === 'forbidden') error(403, MAY_NOT);
	throw refusal;
}
