import { flip, type AnimationConfig } from 'svelte/animate';

/** How long cards take to make room for each other, and a dropped one to settle. */
export const GLIDE_MS = 120;

/** Columns with more cards do not glide: moving hundreds of cards at once drops frames. */
export const GLIDE_LIMIT = 50;

/** Lets a card glide to its new place in the column. */
export function glide(
	node: Element,
	places: { from: DOMRect; to: DOMRect },
	{ isOn }: { isOn: boolean }
): AnimationConfig {
	return isOn ? flip(node, places, { duration: GLIDE_MS }) : { duration: 0 };
}
