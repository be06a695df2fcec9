import type { Page } from '@playwright/test';

/** The least that a wet finger hits, in CSS pixels. */
const LEAST = 48;

/**
 * Links within running text, which no finger aims at in a hurry: a telephone number and an e-mail address on a job, a
 * contact's job in a sentence.
 */
const INLINE = 'p a, dd a, a[href^="tel:"], a[href^="mailto:"], .skip';

const PRESSABLE =
	'button, a[href], summary, select, input:not([type=hidden], [type=file]), textarea, label:has(input[type=radio], input[type=checkbox]), [role=menuitem], [role=option]';

/**
 * What on the screen is smaller under a finger than it should be: how far from its middle a press still reaches each
 * thing that can be pressed, and not what lies over it or beside it.
 */
export async function smallTargets(page: Page): Promise<string[]> {
	return page.evaluate(measure, { least: LEAST, inline: INLINE, pressable: PRESSABLE });
}

/** Runs in the page. */
async function measure({
	least,
	inline,
	pressable
}: Record<'inline' | 'pressable', string> & { least: number }) {
	/** Borders that fall between two pixels. */
	const ROUNDING = 1;
	const faults: string[] = [];
	// What lies under something open is not pressed meanwhile.
	const open = [...document.querySelectorAll('[role=dialog], [role=menu]')].at(-1) ?? document;
	for (const element of open.querySelectorAll<HTMLElement>(pressable)) {
		if (element.matches(inline) || element.closest('[inert], [aria-hidden=true], :disabled')) continue;
		if (element.matches('input') && element.closest('label')) continue;
		if (!element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) continue;
		element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
		await new Promise((resolve) => requestAnimationFrame(resolve));
		const fault = faultOf(element);
		if (fault) faults.push(fault);
	}
	return faults;

	function faultOf(element: HTMLElement): string | null {
		const { left, top, width, height } = element.getBoundingClientRect();
		const [x, y] = [left + width / 2, top + height / 2];
		if (width < 2 || height < 2 || !reaches(element, x, y)) return null;
		const wide = stretch(element, x, y, 1, 0) + stretch(element, x, y, -1, 0);
		const high = stretch(element, x, y, 0, 1) + stretch(element, x, y, 0, -1);
		if (Math.min(wide, high) >= least - ROUNDING) return null;
		const words = (element.ariaLabel ?? element.textContent).trim().slice(0, 40);
		return `${element.tagName} “${words}” ${wide}×${high}`;
	}

	/** How far from a point the element is still hit, in one direction. */
	function stretch(element: HTMLElement, x: number, y: number, right: number, down: number): number {
		let reached = 0;
		while (reached < least && reaches(element, x + right * (reached + 0.5), y + down * (reached + 0.5)))
			reached += 0.5;
		return reached;
	}

	function reaches(element: HTMLElement, x: number, y: number): boolean {
		const hit = document.elementFromPoint(x, y);
		return hit !== null && (element.contains(hit) || isLabelOf(hit, element));
	}

	function isLabelOf(hit: Element, element: HTMLElement): boolean {
		const label = hit.closest('label');
		return (
			label !== null &&
			'labels' in element &&
			[...(element.labels as NodeListOf<HTMLLabelElement>)].includes(label)
		);
	}
}
