import { chromium, type Browser, type Page } from '@playwright/test';
import { requireChromium } from '#entry/test-chromium.ts';
import { SESSION_COOKIE } from '#lib/server/http/session-cookie.ts';

/** One browser for a run; each page is that of somebody who has never been there: nothing is in its cache. */
export interface Screens {
	/** A page of a person, not yet at any address; `size` in CSS pixels. */
	open: (size?: { width: number; height: number }) => Promise<Page>;
	close: () => Promise<void>;
}

const DESK = { width: 1440, height: 900 };

export async function openScreens(url: string, token: string): Promise<Screens> {
	const browser: Browser = await chromium.launch({
		executablePath: requireChromium(),
		args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync']
	});
	return {
		open: async (viewport = DESK) => {
			const context = await browser.newContext({ baseURL: url, viewport, serviceWorkers: 'block' });
			await context.addCookies([{ name: SESSION_COOKIE, value: token, url }]);
			// What runs in the page has been compiled to keep its functions' names by this.
			await context.addInitScript('globalThis.__name = (named) => named');
			return context.newPage();
		},
		close: () => browser.close()
	};
}

/** The board, live. */
export async function openBoard(page: Page): Promise<void> {
	await page.goto('/work-orders');
	await page.locator('[data-connection="live"]').waitFor();
}
