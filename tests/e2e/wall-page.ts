import { expect, type Locator, type Page } from '@playwright/test';
import type { Status } from '#lib/jobs/status.ts';
import { letteringFaults } from './lettering.ts';

/** A wall display, and what somebody sees who looks up at it. */
export class WallPage {
	constructor(readonly page: Page) {}

	card(number: number): Locator {
		return this.page.locator(`[data-number="${number}"]`);
	}

	cardIn(status: Status, number: number): Locator {
		return this.page.locator(`[data-column="${status}"] [data-number="${number}"]`);
	}

	get state(): Locator {
		return this.page.locator('[data-connection]');
	}

	async isLive(timeout?: number): Promise<void> {
		await expect(this.state).toHaveText('Live', { timeout });
	}

	/** Lets time pass here and nowhere else: the page's stopwatch goes on by some milliseconds at once. */
	async wait(milliseconds: number): Promise<void> {
		await this.page.clock.fastForward(milliseconds);
	}

	/** The numbers that stand in a column, from the top down. */
	async numbersIn(status: Status): Promise<number[]> {
		const cards = this.page.locator(`[data-column="${status}"] [data-number]`);
		return cards.evaluateAll((found) => found.map((card) => Number(card.getAttribute('data-number'))));
	}

	/** What cannot be read because it is cut off, outside of the picture or under something; titles and names may be cut. */
	async faults(): Promise<string[]> {
		return this.page.evaluate(() => {
			const isCut = ({ scrollWidth, clientWidth }: Element) => scrollWidth > clientWidth + 1;
			const isOutside = (inner: DOMRect, outer: DOMRect) =>
				inner.left < outer.left - 1 ||
				inner.right > outer.right + 1 ||
				inner.top < outer.top - 1 ||
				inner.bottom > outer.bottom + 1;
			const screen = new DOMRect(0, 0, innerWidth, innerHeight);
			const told = (what: string, element: Element) => `${what}: ${element.textContent?.trim()}`;
			const faults: string[] = [];
			for (const part of document.querySelectorAll('.line > *, .head > *, .card'))
				if (isOutside(part.getBoundingClientRect(), screen)) faults.push(told('off the screen', part));
			for (const part of document.querySelectorAll('h1, h2, .totals, .clock'))
				if (isCut(part)) faults.push(told('cut', part));
			for (const card of document.querySelectorAll('.card')) {
				const inside = card.getBoundingClientRect();
				for (const part of card.querySelectorAll(
					'.number, .badge, .hold, .rush, .news, .people, .title, .who'
				))
					if (isOutside(part.getBoundingClientRect(), inside)) faults.push(told('outside of its card', card));
			}
			const { scrollWidth, scrollHeight } = document.documentElement;
			if (scrollWidth > innerWidth || scrollHeight > innerHeight) faults.push('the page scrolls');
			return faults;
		});
	}

	/** Where a chip touches lettering, or the edge of its card. */
	async touching(): Promise<string[]> {
		return this.page.evaluate(letteringFaults, {
			boxes: '.card',
			chips: '.badge:not(.plain), .people > bdi'
		});
	}

	/** Pixels of the type that customers and badges are set in. */
	async typeSize(): Promise<number> {
		const size = await this.page
			.locator('.customer')
			.first()
			.evaluate((customer) => getComputedStyle(customer).fontSize);
		return Number.parseFloat(size);
	}
}
