import type { DisplayActor } from '#lib/people/actor.ts';
import type { Deps } from '#lib/server/deps.ts';
import { markSeen, readDisplays, type DisplayKey } from '#lib/server/displays/read-displays.ts';
import type { ChangeFeed } from '#lib/server/feed/change-feed.ts';
import { rooms, type BoardServer, type BoardSocket } from './socket-types.ts';

/** Milliseconds between notes that the connected displays are still there. */
const SEEN_MS = 60_000;
/** Milliseconds between looks at all connected displays, for what nobody announced. */
const CHECK_MS = 15_000;

/** D1: the displays that are connected to this node: what they show, until when, and that they were seen. */
export class DisplaySockets {
	#io: BoardServer;
	#deps: Pick<Deps, 'sql' | 'now' | 'log'>;
	#feed: Pick<ChangeFeed, 'versionOf'>;
	/** Looks come one after the other: an older one must not overwrite what a newer one found. */
	#line: Promise<unknown> = Promise.resolve();
	#timers: ReturnType<typeof setInterval>[];

	constructor(io: BoardServer, deps: Pick<Deps, 'sql' | 'now' | 'log'>, feed: Pick<ChangeFeed, 'versionOf'>) {
		this.#io = io;
		this.#deps = deps;
		this.#feed = feed;
		this.#timers = [
			setInterval(() => this.check(), CHECK_MS),
			setInterval(() => void this.#seen(this.#sockets().map(keyOf)), SEEN_MS)
		];
	}

	/** Whether the socket may stay. From here on news of its display reaches it, and what was missed before is looked up. */
	async admit(socket: BoardSocket): Promise<boolean> {
		const key = keyOf(socket);
		void socket.join(rooms.display(key.shopId, key.id));
		socket.on('disconnect', () => void this.#seen([key]));
		await this.#look([socket]);
		void this.#seen([key]);
		return socket.connected;
	}

	/** A display shows something else from now on. */
	changed({ shopId, id }: DisplayKey): void {
		this.#lookLater(
			this.#sockets().filter(({ data: { actor } }) => actor.shopId === shopId && actor.id === id)
		);
	}

	/** P3: a display was revoked: its screens hear so, and go. */
	end({ shopId, id }: DisplayKey): void {
		const theirs = this.#io.in(rooms.display(shopId, id));
		theirs.emit('session:ended', { reason: 'removed' });
		theirs.disconnectSockets(true);
	}

	/** Looks at all of them: news may have been missed. */
	check(): void {
		this.#lookLater(this.#sockets());
	}

	close(): void {
		for (const timer of this.#timers) clearInterval(timer);
	}

	#sockets(): BoardSocket[] {
		return [...this.#io.of('/').sockets.values()].filter(({ data }) => data.shown !== null);
	}

	#lookLater(sockets: readonly BoardSocket[]): void {
		this.#look(sockets).catch((error: unknown) =>
			this.#deps.log.debug({ reason: error }, 'connected displays could not be checked')
		);
	}

	#look(sockets: readonly BoardSocket[]): Promise<void> {
		const looked = this.#line.then(() => this.#lookAt(sockets));
		this.#line = looked.catch(() => undefined);
		return looked;
	}

	async #lookAt(sockets: readonly BoardSocket[]): Promise<void> {
		if (sockets.length === 0) return;
		const found = await readDisplays(this.#deps.sql, sockets.map(keyOf));
		for (const [index, socket] of sockets.entries()) {
			const shown = found[index];
			if (!shown) this.end(keyOf(socket));
			else if (JSON.stringify(shown) !== JSON.stringify(socket.data.shown)) this.#show(socket, shown);
		}
	}

	/** D3: from here on the screen hears of customers as its new settings say, and fetches the board that way. */
	#show(socket: BoardSocket, shown: NonNullable<BoardSocket['data']['shown']>): void {
		const { actor, shown: before } = socket.data;
		const room = before && rooms.walls(actor.shopId, before.settings.customers);
		socket.data.shown = shown;
		socket.data.actor = { ...actor, name: shown.name };
		if (room === null || !socket.rooms.has(room)) return;
		void socket.leave(room);
		void socket.join(rooms.walls(actor.shopId, shown.settings.customers));
		socket.emit('board:reload', { version: this.#feed.versionOf(actor.shopId) ?? 0 });
	}

	async #seen(keys: readonly DisplayKey[]): Promise<void> {
		try {
			await markSeen(this.#deps.sql, keys, this.#deps.now());
		} catch (error) {
			this.#deps.log.debug({ reason: error }, 'that displays were seen could not be written down');
		}
	}
}

function keyOf({ data }: BoardSocket): Pick<DisplayActor, 'shopId' | 'id'> {
	return { shopId: data.actor.shopId, id: data.actor.id };
}
