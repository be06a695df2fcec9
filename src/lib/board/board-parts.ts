/**
 * What opens over the board, each with a program of its own: the first paint does not wait for them. Somebody who
 * touches the board may want any of them, and perhaps without a network by then, so that is when all are fetched.
 */
export const PARTS = {
	job: () => import('#lib/jobs/page/JobPanel.svelte'),
	menu: () => import('./MoveMenu.svelte'),
	keys: () => import('#lib/keyboard/KeySheet.svelte'),
	here: () => import('./WhoIsHere.svelte'),
	filters: () => import('#lib/finding/FilterPanel.svelte'),
	contacts: () => import('#lib/contacts/contact-directory.ts'),
	create: () => import('#lib/jobs/CreateJob.svelte'),
	files: () => import('./card-files.ts'),
	vendor: () => import('#lib/jobs/VendorDialog.svelte'),
	hold: () => import('#lib/jobs/HoldDialog.svelte'),
	pickedUp: () => import('#lib/jobs/PickedUpDialog.svelte'),
	cancel: () => import('#lib/jobs/CancelDialog.svelte')
};

/** Fetches all parts; what cannot be fetched now is tried again when it is wanted. */
export async function fetchParts(): Promise<void> {
	await Promise.allSettled(Object.values(PARTS).map((load) => load()));
}
