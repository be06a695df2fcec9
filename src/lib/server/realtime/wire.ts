import type { Change, Changes } from '#lib/realtime/protocol.ts';

/** Changes as they go to every screen: a mutation id is between whoever made it and the HTTP answer. */
export function onWire({ from, to, changes }: Changes): Changes {
	return { from, to, changes: changes.map(withoutMutationId) };
}

/** The changes up to a version. */
export function upTo(version: number, { from, to, changes }: Changes): Changes {
	return { from, to: Math.min(to, version), changes: changes.filter((change) => change.version <= version) };
}

function withoutMutationId({ mutationId: _mutationId, ...change }: Change): Change {
	return change;
}
