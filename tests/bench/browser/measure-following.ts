import type { Page } from '@playwright/test';
import type { Product } from '#tests/bench/product/product.ts';
import { watchFrames, type Frames } from './frames.ts';
import { openBoard, type Screens } from './screen.ts';

const MOVES = 60;
/** Twenty moves a second, for so many seconds. */
const RATE = 20;
const SECONDS = 8;

/** Milliseconds from a move's request until another screen has painted it, each after the one before. */
export async function measurePainted(product: Product, screens: Screens): Promise<number[]> {
	const page = await screens.open();
	await openBoard(page);
	const samples: number[] = [];
	for (let made = 0; made < MOVES; made++) {
		const request = product.nextMove(0);
		const painted = paintedAt(page, request.number, request.body.to);
		// The page looks before the move is made.
		await page.evaluate(() => undefined);
		const start = performance.timeOrigin + performance.now();
		await product.move(0, request);
		samples.push((await painted) - start);
	}
	await page.context().close();
	return samples;
}

/** When the frame after the one that has the card in its column begins, as the clock of the machine tells it. */
function paintedAt(page: Page, number: number, status: string): Promise<number> {
	return page.evaluate(
		(place) =>
			new Promise<number>((resolve) => {
				const tell = () => {
					if (!document.querySelector(place)) return;
					watch.disconnect();
					requestAnimationFrame(() =>
						requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()))
					);
				};
				const watch = new MutationObserver(tell);
				watch.observe(document.body, { childList: true, subtree: true });
				tell();
			}),
		`[data-column="${status}"] [data-item="${number}"]`
	);
}

/** The frames of a screen while others move twenty cards a second. */
export async function measureBusy(product: Product, screens: Screens, writers: number): Promise<Frames> {
	const page = await screens.open();
	await openBoard(page);
	const frames = await watchFrames(page, async () => {
		const begun = performance.now();
		const moves: Promise<string>[] = [];
		for (let made = 0; made < RATE * SECONDS; made++) {
			const wait = begun + (made * 1000) / RATE - performance.now();
			if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
			const writer = made % writers;
			moves.push(product.move(writer, product.nextMove(writer)));
		}
		await Promise.all(moves);
	});
	await page.context().close();
	return frames;
}
