import type { Deps } from '#lib/server/deps.ts';
import { sweepObjects, SWEEP_BATCH } from './sweep-objects.ts';

/** Milliseconds between two looks at what is due, when nobody says that something is. */
const ROUND = 10_000;
/** Milliseconds between two looks at what crashes have left half-written, and the age from which it counts as left. */
const TIDY = 60 * 60_000;
/** Milliseconds that a round may still take when the process ends. */
const GRACE = 1_000;

export interface Sweeper {
	start: () => void;
	/** Something is due: sweeps now rather than at the next round. */
	wake: () => void;
	close: () => Promise<void>;
}

/** A6: sweeps again and again, for as long as the process runs. */
export function createSweeper(deps: Pick<Deps, 'sql' | 'store' | 'log' | 'now'>): Sweeper {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let running: Promise<void> | undefined;
	let state: 'new' | 'open' | 'closed' = 'new';
	let isWanted = false;
	let tidyAt = 0;

	const later = (milliseconds: number) => {
		clearTimeout(timer);
		if (state === 'open') timer = setTimeout(begin, milliseconds);
	};
	const begin = () => {
		isWanted = false;
		running = round()
			.then((isMore) => later(isMore || isWanted ? 0 : ROUND))
			.finally(() => (running = undefined));
	};
	const round = async () => {
		try {
			if (Date.parse(deps.now()) >= tidyAt) await tidy();
			return (await sweepObjects(deps)) === SWEEP_BATCH;
		} catch (error) {
			deps.log.debug({ reason: error }, 'no sweep this time');
			return false;
		}
	};
	const tidy = async () => {
		const now = Date.parse(deps.now());
		tidyAt = now + TIDY;
		await deps.store.tidy(new Date(now - TIDY).toISOString());
	};
	return {
		start: () => {
			state = 'open';
			later(0);
		},
		wake: () => {
			isWanted = true;
			if (!running) later(0);
		},
		close: async () => {
			state = 'closed';
			clearTimeout(timer);
			await Promise.race([running, new Promise((resolve) => setTimeout(resolve, GRACE).unref())]);
		}
	};
}
