import { expect, type Locator, type Page } from '@playwright/test';
import type { Status } from '#lib/jobs/status.ts';

/** A board on a screen, and what a person does with it. */
export class BoardPage {
	constructor(readonly page: Page) {}

	column(status: Status): Locator {
		return this.page.locator(`[data-column="${status}"]`);
	}

	card(number: number): Locator {
		return this.page.locator(`[data-item="${number}"]`);
	}

	cardIn(status: Status, number: number): Locator {
		return this.column(status).locator(`[data-item="${number}"]`);
	}

	/** The notices at the bottom of the screen. */
	notice(text: string | RegExp): Locator {
		return this.page.locator('[data-sonner-toast]').filter({ hasText: text });
	}

	async isLive(): Promise<void> {
		await expect(this.page.locator('[data-connection="live"]')).toBeVisible();
	}

	/** The version that the board knows of a card, as its face carries it; `null` once the card has left. */
	async versionOf(number: number): Promise<number | null> {
		const version = await this.card(number).first().getAttribute('data-version');
		return version === null || version === '' ? null : Number(version);
	}

	/** Waits until a column shows exactly these cards, from the top down. */
	async shows(status: Status, numbers: number[]): Promise<void> {
		await expect.poll(() => this.numbersIn(status), { message: `cards in ${status}` }).toEqual(numbers);
	}

	/** Takes a card into the hand with the mouse. */
	async pickUp(number: number): Promise<void> {
		const card = this.card(number);
		await card.scrollIntoViewIfNeeded();
		const { x, y } = await middleOf(card);
		await this.page.mouse.move(x, y);
		await this.page.mouse.down();
		await this.page.mouse.move(x + 6, y + 6, { steps: 3 });
		await expect(this.page.locator('#dnd-action-dragged-el')).toBeVisible();
	}

	/**
	 * Carries the card in the hand over a column, or over a card of it, until the board makes room: there, or right
	 * above that card. The library looks again only once the pointer has gone some way.
	 */
	async carryTo(status: Status, onto?: number): Promise<void> {
		const column = this.column(status);
		const target = onto === undefined ? column.locator('[data-zone]') : this.cardIn(status, onto);
		const below = onto === undefined ? '' : ` + [data-item="${onto}"]`;
		const room = column.locator(`[data-is-dnd-shadow-item-internal]${below}`);
		await expect(async () => {
			await this.hoverOver(target);
			await expect(room).toHaveCount(1, { timeout: 500 });
		}).toPass();
	}

	/** Moves the pointer over something. */
	async hoverOver(target: Locator): Promise<void> {
		const { x, y } = await middleOf(target);
		await this.page.mouse.move(x + 14, y, { steps: 8 });
		await this.page.mouse.move(x, y, { steps: 2 });
	}

	async drop(): Promise<void> {
		await this.page.mouse.up();
		await expect(this.page.locator('#dnd-action-dragged-el')).toHaveCount(0);
	}

	/** A whole drag with the mouse. */
	async drag(number: number, status: Status, onto?: number): Promise<void> {
		await this.pickUp(number);
		await this.carryTo(status, onto);
		await this.drop();
	}

	/** The cards that a column shows, from the top down. */
	async numbersIn(status: Status): Promise<number[]> {
		const items = this.column(status).locator('[data-item]');
		const numbers = await items.evaluateAll((found) => found.map((item) => item.getAttribute('data-item')));
		return numbers.map(Number);
	}
}

export async function middleOf(target: Locator): Promise<{ x: number; y: number }> {
	const box = await target.boundingBox();
	if (!box) throw new Error('It is not on the screen');
	return { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 200) };
}
