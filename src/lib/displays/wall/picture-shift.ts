/** How long the picture stands still, in milliseconds. */
const STILL_MS = 60_000;
/** How far it moves to each side, in steps. */
const REACH = 4;

/**
 * D2: where the picture stands at an instant, in whole pixels from its middle, so that no edge burns into the panel and
 * type stays sharp. It moves by one step a minute, across and down at different periods, and has been everywhere
 * after nearly five hours. A step is a pixel of 1080p: two on 4K.
 */
export function shiftAt(now: number, screenHeight: number): { x: number; y: number } {
	const minute = Math.floor(now / STILL_MS);
	const step = Math.max(1, Math.round(screenHeight / 1080));
	return { x: swing(minute, REACH) * step, y: swing(Math.floor(minute / (4 * REACH + 1)), REACH) * step };
}

/** −reach … reach … −reach, one at a time. */
function swing(count: number, reach: number): number {
	const period = 4 * reach;
	const place = count % period;
	return place <= 2 * reach ? place - reach : 3 * reach - place;
}
