import { watchFrames, type Frames } from './frames.ts';
import { openBoard, type Screens } from './screen.ts';

const STEPS = 120;

/** The frames while a card is carried up and down over a column of many, and put back with Escape. */
export async function measureDrag(screens: Screens): Promise<Frames> {
	const page = await screens.open();
	await openBoard(page);
	const [card, column] = [
		page.locator('[data-column="QN"] [data-item]').first(),
		page.locator('[data-column="QN"]')
	];
	const [from, over] = [await card.boundingBox(), await column.boundingBox()];
	if (!from || !over) throw new Error('The column is not on the screen');
	const x = from.x + from.width / 2;
	await page.mouse.move(x, from.y + 30);
	await page.mouse.down();
	await page.mouse.move(x + 6, from.y + 40, { steps: 4 });
	await page.locator('#dnd-action-dragged-el').waitFor();
	const frames = await watchFrames(page, async () => {
		for (let step = 0; step < STEPS; step++) {
			const way = Math.abs((((step / STEPS) * 4) % 2) - 1);
			await page.mouse.move(x, over.y + 120 + way * (over.height - 260));
		}
	});
	await page.keyboard.press('Escape');
	await page.mouse.up();
	await page.context().close();
	return frames;
}
