import { CUSTOMER_NAMES } from '#lib/displays/display.ts';
import { redactChanges } from '#lib/displays/redact.ts';
import type { Changes } from '#lib/realtime/protocol.ts';
import { rooms, type BoardServer } from './socket-types.ts';
import { onWire } from './wire.ts';

/** C1, D3: passes changes on to a shop's boards here: as they are to people, and once for each kind of display. */
export function broadcastChanges(io: BoardServer, shopId: string, changes: Changes): void {
	const wire = onWire(changes);
	io.to(rooms.shop(shopId)).emit('board:changes', wire);
	const { adapter } = io.of('/');
	for (const customers of CUSTOMER_NAMES) {
		const room = rooms.walls(shopId, customers);
		if (adapter.rooms.has(room)) io.to(room).emit('board:changes', redactChanges(wire, customers));
	}
}
