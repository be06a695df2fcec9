import { expect, type CDPSession, type Locator } from '@playwright/test';
import type { Status } from '#lib/jobs/status.ts';
import { middleOf, type BoardPage } from './board-page.ts';

export const PHONE = { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } };

/** One finger on the screen, as the browser feels it. */
export class Finger {
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

	/** Goes to something on the screen, and stays there. */
	async moveOver(target: Locator): Promise<void> {
		await this.#moveTo(await middleOf(target));
	}

	/** From the right to the left across the middle of the screen. */
	async swipeLeft(): Promise<void> {
		const { width, height } = this.board.page.viewportSize() ?? { width: 0, height: 0 };
		await this.#press({ x: width * 0.85, y: height * 0.6 });
		await this.#moveTo({ x: width * 0.1, y: height * 0.6 });
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
