import { redactChanges } from '#lib/displays/redact.ts';
import type { Change, Changes } from '#lib/realtime/protocol.ts';
import type { SocketData } from './socket-types.ts';

/** Changes as they go to every screen: a mutation id is between whoever made it and the HTTP answer. */
export function onWire({ from, to, changes }: Changes): Changes {
	return { from, to, changes: changes.map(withoutMutationId) };
}

/** D3: changes as the screen at the other end may see them. */
export function forScreen({ shown }: Pick<SocketData, 'shown'>, changes: Changes): Changes {
	const wire = onWire(changes);
	return shown ? redactChanges(wire, shown.settings.customers) : wire;
}

/** The changes up to a version. */
export function upTo(version: number, { from, to, changes }: Changes): Changes {
	return { from, to: Math.min(to, version), changes: changes.filter((change) => change.version <= version) };
}

function withoutMutationId({ mutationId: _mutationId, ...change }: Change): Change {
	return change;
}
