import type { CDPSession } from '@playwright/test';
import type { Status } from '#lib/jobs/status.ts';
import { middleOf, type BoardPage } from './board-page.ts';
import { expect, test } from './fixtures.ts';

const TABLET = { hasTouch: true, viewport: { width: 1366, height: 900 } };
const PHONE = { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } };

test('a finger that rests on a card picks it up and carries it over', async ({ shop, screens }) => {
	const job = await shop.job({ status: 'QN' });
	const board = await screens.board(shop.ana, TABLET);
	const finger = await Finger.on(board);

	await finger.holdOn(job);
	await finger.carryTo('IP');
	await finger.lift();

	await board.shows('IP', [job]);
	await expect.poll(() => shop.history(job)).toEqual(['moved']);
});

test('a touch that the system takes away puts the card back', async ({ shop, screens }) => {
	const job = await shop.job({ status: 'QN' });
	const board = await screens.board(shop.ana, TABLET);
	const finger = await Finger.on(board);

	await finger.holdOn(job);
	await finger.carryTo('IP');
	await finger.lose();

	await expect(board.page.locator('#dnd-action-dragged-el')).toHaveCount(0);
	await board.shows('QN', [job]);
	expect(await shop.history(job)).toEqual([]);
});

test('a finger that moves at once scrolls the column and takes nothing', async ({ shop, screens }) => {
	for (let count = 0; count < 12; count++) await shop.job({ status: 'QN' });
	const board = await screens.board(shop.ana, TABLET);
	const finger = await Finger.on(board);

	await finger.swipeUpFrom(4);

	await expect(board.page.locator('#dnd-action-dragged-el')).toHaveCount(0);
	const zone = board.column('QN').locator('[data-zone]');
	await expect.poll(() => zone.evaluate((element) => element.scrollTop)).toBeGreaterThan(20);
});

test('a tap on the card’s button opens its menu once, and a choice moves it', async ({ shop, screens }) => {
	const job = await shop.job({ status: 'IP' });
	const board = await screens.board(shop.ana, TABLET);

	await board.card(job).getByRole('button', { name: /^Move/ }).tap();
	await board.page.getByRole('menuitem', { name: 'Ready for pickup' }).tap();

	await board.shows('RP', [job]);
});

test('on a phone one column fills the screen and the tabs go to the others', async ({ shop, screens }) => {
	const job = await shop.job({ status: 'IP' });
	const board = await screens.board(shop.ana, PHONE);
	const tabs = board.page.getByRole('navigation', { name: 'Columns' });

	await expect(board.column('QN')).toBeInViewport();
	await expect(board.card(job)).not.toBeInViewport();
	await tabs.getByRole('button', { name: 'In production' }).tap();
	await expect(board.card(job)).toBeInViewport({ ratio: 1 });
	await expect(tabs.getByRole('button', { name: 'In production' })).toHaveAttribute('aria-current', 'true');
});

test('on a phone a card that is held at the edge of the screen turns to the other columns', async ({
	shop,
	screens
}) => {
	const job = await shop.job({ status: 'CR' });
	const board = await screens.board(shop.ana, PHONE);
	const tabs = board.page.getByRole('navigation', { name: 'Columns' });
	await tabs.getByRole('button', { name: 'Customer review' }).tap();
	await expect(board.card(job)).toBeInViewport({ ratio: 1 });
	const finger = await Finger.on(board);

	await finger.holdOn(job);
	await finger.waitAtRightEdgeFor('OH');
	await finger.carryTo('OH');
	await finger.lift();

	await expect(board.page.getByRole('dialog')).toBeVisible();
	await expect(board.cardIn('OH', job)).toHaveCount(1);
});

/** One finger on the screen, as the browser feels it. */
class Finger {
	#at = { x: 0, y: 0 };

	private constructor(
		private readonly board: BoardPage,
		private readonly touch: CDPSession
	) {}

	static async on(board: BoardPage): Promise<Finger> {
		return new Finger(board, await board.page.context().newCDPSession(board.page));
	}

	async holdOn(number: number): Promise<void> {
		await this.#press(await middleOf(this.board.card(number)));
		await expect(this.board.page.locator('#dnd-action-dragged-el')).toBeVisible();
	}

	async carryTo(status: Status): Promise<void> {
		const column = this.board.column(status);
		const room = column.locator('[data-is-dnd-shadow-item-internal]');
		await expect(async () => {
			const { x, y } = await middleOf(column.locator('[data-zone]'));
			await this.#moveTo({ x: x + 14, y });
			await this.#moveTo({ x, y });
			await expect(room).toHaveCount(1, { timeout: 500 });
		}).toPass();
	}

	/** Stays at the right edge of the screen until a column has come to the middle. */
	async waitAtRightEdgeFor(status: Status): Promise<void> {
		const { width, height } = this.board.page.viewportSize() ?? { width: 0, height: 0 };
		await this.#moveTo({ x: width - 18, y: height / 2 });
		await expect(this.board.column(status)).toBeInViewport({ ratio: 0.9 });
		await this.#moveTo({ x: width / 2, y: height / 2 });
	}

	async swipeUpFrom(number: number): Promise<void> {
		const { x, y } = await middleOf(this.board.card(number));
		await this.#press({ x, y });
		await this.#moveTo({ x, y: y - 220 });
		await this.lift();
	}

	lift(): Promise<unknown> {
		return this.touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
	}

	lose(): Promise<unknown> {
		return this.touch.send('Input.dispatchTouchEvent', { type: 'touchCancel', touchPoints: [] });
	}

	async #press(at: { x: number; y: number }): Promise<void> {
		this.#at = at;
		await this.touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] });
	}

	async #moveTo(to: { x: number; y: number }): Promise<void> {
		const from = this.#at;
		for (const part of [0.2, 0.4, 0.6, 0.8, 1]) {
			this.#at = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
			await this.touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [this.#at] });
		}
	}
}
