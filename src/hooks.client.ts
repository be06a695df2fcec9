import type { HandleClientError } from '@sveltejs/kit';

/** What browsers say when an answer, or a part of the program, did not come. */
const UNREACHED = /^(Failed to fetch|NetworkError|Load failed|error loading dynamically|Importing a module)/i;

/** What went wrong in the browser, in words; a server that cannot be reached is the usual cause. */
export const handleError: HandleClientError = ({ error, status, message }) => {
	if (status < 500) return { message };
	const offline = !navigator.onLine || (error instanceof TypeError && UNREACHED.test(error.message));
	return { message: offline ? 'No connection.' : 'Something failed on this page.', offline };
};
