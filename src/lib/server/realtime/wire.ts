import type { Change, Changes } from '#lib/realtime/protocol.ts';
import { rooms, type BoardServer } from './socket-types.ts';

/**
 * Changes as they go to a person's screens. A mutation id goes to those alone who made it: it tells them their own
 * change, and is of no use to anybody else.
 */
export function wireFor(personId: string | null, { from, to, changes }: Changes): Changes {
	const isOwn = (change: Change) => change.by !== null && change.by.id === personId;
	return { from, to, changes: changes.map((change) => (isOwn(change) ? change : withoutMutationId(change))) };
}

/** C1: passes a shop's next changes to all its screens on this node, encoded once for all that did not make them. */
export function emitChanges(io: BoardServer, shopId: string, changes: Changes): void {
	const makers = [...new Set(changes.changes.flatMap(({ by }) => (by ? [by.id] : [])))];
	const makersRooms = makers.map((id) => rooms.person(shopId, id));
	io.to(rooms.shop(shopId)).except(makersRooms).emit('board:changes', wireFor(null, changes));
	for (const id of makers) io.to(rooms.person(shopId, id)).emit('board:changes', wireFor(id, changes));
}

function withoutMutationId({ mutationId: _mutationId, ...change }: Change): Change {
	return change;
}
