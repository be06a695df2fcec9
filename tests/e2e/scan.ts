import type { Page } from '@playwright/test';

/**
 * A barcode scanner: a keyboard that types what it has read and Enter, a key every few milliseconds. All keys are sent
 * before the first is answered, for a person's hands are what a test runner is as fast as.
 */
export async function scan(page: Page, text: string): Promise<void> {
	const keys = await page.context().newCDPSession(page);
	const sent = [...text, '\r'].flatMap((char) => {
		const key = char === '\r' ? 'Enter' : char;
		const down = { type: 'keyDown', key, text: char, unmodifiedText: char } as const;
		return [
			keys.send('Input.dispatchKeyEvent', down),
			keys.send('Input.dispatchKeyEvent', { type: 'keyUp', key })
		];
	});
	await Promise.all(sent);
	await keys.detach();
}
