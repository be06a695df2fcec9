import type { Change, Changes } from '#lib/realtime/protocol.ts';

/**
 * The changes of the shop between two versions; `null` when they are too many, or the shop was restored from a backup.
 * Rejects when the server cannot tell.
 */
export async function readMissed(from: number, to: number): Promise<readonly Change[] | null> {
	if (from === to) return [];
	const answer = await fetch(`/api/v1/board/changes?since=${from}`);
	if (answer.status === 410) return null;
	if (!answer.ok) throw new Error(`Answered ${answer.status}`);
	const { changes } = (await answer.json()) as Changes;
	return changes.filter(({ version }) => version <= to);
}
