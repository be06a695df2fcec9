import type { Page } from '@playwright/test';

/** Between two keys of a scanner. Seconds. */
const APART = 0.008;

/**
 * A barcode scanner: a keyboard that types what it has read and Enter, a key every few milliseconds. Each key says when it
 * was pressed, as a keyboard does, and all are sent at once: a busy machine makes them late, and not slow.
 */
export async function scan(page: Page, text: string): Promise<void> {
	const keys = await page.context().newCDPSession(page);
	const start = Date.now() / 1000;
	const sent = [...text, '\r'].flatMap((char, index) => {
		const key = char === '\r' ? 'Enter' : char;
		const timestamp = start + index * APART;
		const down = { type: 'keyDown', key, text: char, unmodifiedText: char, timestamp } as const;
		return [
			keys.send('Input.dispatchKeyEvent', down),
			keys.send('Input.dispatchKeyEvent', { type: 'keyUp', key, timestamp })
		];
	});
	await Promise.all(sent);
	await keys.detach();
}
