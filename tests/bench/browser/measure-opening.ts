import { gzipSync } from 'node:zlib';
import type { Screens } from './screen.ts';

/** A board opened with nothing in the browser's cache. */
export interface Opening {
	/** Milliseconds from the start of the navigation until cards are painted. */
	visible: number[];
	/** Bytes of all scripts that the page has fetched when it is live, by gzip. */
	scripts: number;
}

const ROUNDS = 7;

export async function measureOpening(screens: Screens): Promise<Opening> {
	const visible: number[] = [];
	let scripts = 0;
	for (let round = 0; round < ROUNDS; round++) {
		const page = await screens.open();
		const bodies: Promise<number>[] = [];
		page.on('response', (response) => {
			if (response.request().resourceType() !== 'script') return;
			// What comes after the page has come to rest is not waited for.
			const size = response.body().then((body) => gzipSync(body).length);
			bodies.push(size.catch(() => 0));
		});
		await page.addInitScript(noteFirstCards);
		await page.goto('/work-orders');
		visible.push(await page.evaluate(() => (window as unknown as Noted).cardsPainted));
		await page.locator('[data-connection="live"]').waitFor();
		await page.waitForLoadState('networkidle');
		scripts = (await Promise.all(bodies)).reduce((sum, bytes) => sum + bytes, 0);
		await page.context().close();
	}
	return { visible, scripts };
}

interface Noted {
	cardsPainted: Promise<number>;
}

/** Runs in the page before anything else: when the frame after the one that has cards begins, they are painted. */
function noteFirstCards(): void {
	const page = window as unknown as Noted;
	page.cardsPainted = new Promise((resolve) => {
		const look = () => {
			if (!document.querySelector('[data-number]')) return void requestAnimationFrame(look);
			requestAnimationFrame(() => resolve(performance.now()));
		};
		requestAnimationFrame(look);
	});
}
