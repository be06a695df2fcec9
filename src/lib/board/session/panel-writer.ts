import type { JobWriter } from '#lib/jobs/page/job-acts.svelte.ts';
import type { BoardSession } from './board-session.svelte.ts';

/**
 * Moves and closes a job as its board does: at once on the screen, with undo, and given up when there is no answer. `undo`
 * takes back the board's last move of the job (W9).
 */
export function panelWriter(
	session: BoardSession,
	number: number,
	undo: (number: number) => Promise<void>
): JobWriter {
	return {
		undo: () => undo(number),
		move: async ({ from, to, vendorId, vendorName, hold }) => {
			const result = await session.move({
				number,
				from,
				to,
				...(vendorId && { vendorId }),
				...(vendorName && { vendorName }),
				...(hold && { hold: { ...hold, note: hold.note ?? null, until: hold.until ?? null } })
			});
			return result.ok ? null : result.problem;
		},
		close: async ({ outcome, reason }) => {
			const result = await session.close(number, { outcome, reason: reason ?? null });
			return result.ok ? null : result.problem;
		}
	};
}
