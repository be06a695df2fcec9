import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What the library carries under the pointer is a copy for the eye; columns that refuse the card are switched off. */
const NOT_IN_USE = ['#dnd-action-dragged-el', '.refuses [data-zone]', '.refuses .head', '.switcher .refuses'];

/** Every fault by WCAG 2.2 AA, and what is serious beyond it. */
export async function faultsOf(page: Page): Promise<string[]> {
	await isAtRest(page);
	const axe = NOT_IN_USE.reduce((builder, part) => builder.exclude(part), new AxeBuilder({ page }));
	const { violations } = await axe.analyze();
	return violations
		.filter(({ tags, impact }) => tags.some((tag) => tag.startsWith('wcag')) || impact === 'serious')
		.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`);
}

/** What is on its way in is half transparent, and no color is what it will be: it is put where it goes, and what that begins. */
async function isAtRest(page: Page): Promise<void> {
	await page.evaluate(async () => {
		const isPassing = ({ effect, playState }: Animation) =>
			playState !== 'finished' && effect?.getComputedTiming().endTime !== Infinity;
		for (;;) {
			const passing = document.getAnimations().filter(isPassing);
			if (passing.length === 0) return;
			for (const animation of passing) animation.finish();
			await new Promise((resolve) => setTimeout(resolve));
		}
	});
}
