import { claimBoard } from './board-store.ts';

export { forgetBoard } from './board-store.ts';

/**
 * Makes the program work without a network from here on, for one person: the worker is installed once the page is at rest,
 * and what somebody else has left on this device is forgotten. A browser that takes no worker, as on plain HTTP, goes without.
 */
export function startOffline(personId: string): void {
	void claimBoard(personId);
	if (!('serviceWorker' in navigator)) return;
	const register = () =>
		void navigator.serviceWorker.register('/service-worker.js', { updateViaCache: 'none' }).catch(() => null);
	if (document.readyState === 'complete') register();
	else window.addEventListener('load', register, { once: true });
}
