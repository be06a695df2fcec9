import type { SessionEnd } from '#lib/realtime/protocol.ts';

/** What a node hears on the channel of ended sessions: `<shop id>:<session id>`, and why, where nobody signed out. */
export interface EndedSession {
	/** The stored hash of the token. */
	id: string;
	reason: SessionEnd;
}

/** What stands after a session's id in the announcement of its end. */
export function endSuffix(reason: SessionEnd): string {
	return reason === 'signed_out' ? '' : `:${reason}`;
}

export function decodeEndedSession(payload: string): EndedSession {
	const [, id = '', reason] = payload.split(':');
	return { id, reason: reason === 'removed' ? reason : 'signed_out' };
}
