import type { HandleClientError } from '@sveltejs/kit';

/** What went wrong in the browser, in words; a server that cannot be reached is the usual cause. */
export const handleError: HandleClientError = ({ status, message }) => {
	if (status < 500) return { message };
	return { message: navigator.onLine ? 'Something failed on this page.' : 'There is no network right now.' };
};
