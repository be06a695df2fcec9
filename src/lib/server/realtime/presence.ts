import * as v from 'valibot';
import { PresenceReportInput } from '#lib/realtime/protocol-input.ts';
import type { PresenceReport, Terminal } from '#lib/realtime/protocol.ts';
import type { Deps } from '#lib/server/deps.ts';
import { newId } from '#lib/server/ids.ts';
import { LINK_TIMES, PresenceLink, type LinkTimes } from './presence-link.ts';
import { readNames } from './presence-names.ts';
import { PRESENCE_CHANNEL } from './presence-messages.ts';
import { PACE, PresencePace, restAfter, type Pace } from './presence-pace.ts';
import { ReportGate, withReport } from './presence-report.ts';
import { PresenceRoster } from './presence-roster.ts';
import { rooms, type BoardServer, type BoardSocket } from './socket-types.ts';

/** A connection may report this often within the window, in milliseconds. */
const REPORTS = 40;
const WINDOW_MS = 10_000;
/** More terminals of one shop are not listed. */
const MOST_LISTED = 250;
/** Milliseconds between looks at what has lasted too long. */
const SWEEP_MS = 1_000;

/** Milliseconds; shorter in tests. */
export interface PresenceTimes extends Pace, LinkTimes {
	/** A card is in nobody's hand for longer: whoever says so has been forgotten by their own screen. */
	hold: number;
}

export const PRESENCE_TIMES: PresenceTimes = { ...PACE, ...LINK_TIMES, hold: 30_000 };

/** One connection to this node. */
interface Connected {
	shopId: string;
	terminal: Terminal;
	/** When the card in its hand was picked up. */
	heldAt: number;
}

/** P4: knows who is connected to a shop, on whatever node, and tells the persons of the shop when that changes. */
export class Presence {
	#io: BoardServer;
	#deps: Pick<Deps, 'sql' | 'now' | 'log'>;
	#times: PresenceTimes;
	#node = newId();
	#roster = new PresenceRoster();
	#link: PresenceLink;
	#pace: PresencePace;
	#connected = new Map<string, Connected>();
	#count = 0;
	#sweeping: ReturnType<typeof setInterval>;

	constructor(io: BoardServer, { sql, now, log }: Deps, times: PresenceTimes = PRESENCE_TIMES) {
		this.#io = io;
		this.#deps = { sql, now, log };
		this.#times = times;
		this.#pace = new PresencePace(times, (shopId) => this.#tell(shopId));
		const changed = (shopIds: readonly string[]) => shopIds.forEach((shopId) => this.#pace.changed(shopId));
		const send = (payloads: string[]) =>
			sql`select pg_notify(${PRESENCE_CHANNEL}, payload) from unnest(${payloads}::text[]) as payload`;
		this.#link = new PresenceLink({ node: this.#node, roster: this.#roster, send, changed, log }, times);
		this.#sweeping = setInterval(() => this.#sweep(), Math.min(SWEEP_MS, times.silence / 4));
	}

	/** What other nodes say, by channel. */
	get hear(): Record<string, (payload: string) => void> {
		return { [PRESENCE_CHANNEL]: (payload) => this.#link.hear(payload) };
	}

	/** Other nodes are heard from now on. */
	listening(): void {
		this.#link.listening();
	}

	/**
	 * Somebody's board, or a display's. What it reports may come before it is served; the answer is called when it is, and
	 * from then on it is listed. D3: a display reports nothing, and hears no names.
	 */
	admit(socket: BoardSocket): () => void {
		const { actor, unlisted } = socket.data;
		const id = `${this.#node}.${++this.#count}`;
		let early: PresenceReport = {};
		if (actor.kind === 'person') {
			const gate = new ReportGate(REPORTS, WINDOW_MS);
			socket.on('presence', (said: unknown) => {
				const report = gate.passes(performance.now()) && v.safeParse(PresenceReportInput, said);
				if (!report || !report.success) return;
				early = { ...early, ...report.output };
				this.#report(id, report.output);
			});
		}
		return () => {
			if (unlisted) return;
			this.#enter(id, socket);
			this.#report(id, early);
		};
	}

	/** P3: somebody of a shop, or a display, may be called something else now. */
	async rename(shopId: string): Promise<void> {
		const theirs = [...this.#connected.values()].filter((connected) => connected.shopId === shopId);
		if (theirs.length === 0) return;
		try {
			const ids = theirs.map(({ terminal }) => terminal.of);
			const names = await readNames(this.#deps.sql, shopId, ids);
			for (const { terminal } of theirs) this.#callBy(terminal.id, names.get(terminal.of));
		} catch (error) {
			this.#deps.log.debug({ reason: error }, 'names of who is connected could not be read');
		}
	}

	async close(): Promise<void> {
		clearInterval(this.#sweeping);
		this.#pace.close();
		await this.#link.close();
	}

	#enter(id: string, socket: BoardSocket): void {
		const { shopId, kind, id: of, name } = socket.data.actor;
		const terminal = { id, of, name, kind, since: this.#deps.now() };
		this.#place({ shopId, terminal, heldAt: 0 });
		socket.on('disconnect', () => this.#leave(id));
		if (kind === 'person') void socket.join(rooms.people(shopId));
	}

	/** What a screen says about itself. */
	#report(id: string, report: PresenceReport): void {
		const known = this.#connected.get(id);
		if (!known) return;
		const terminal = withReport(known.terminal, report);
		if (terminal === known.terminal) return;
		const isPickedUp = terminal.dragging !== known.terminal.dragging;
		this.#place({ ...known, terminal, heldAt: isPickedUp ? performance.now() : known.heldAt });
	}

	#callBy(id: string, name: string | undefined): void {
		const known = this.#connected.get(id);
		if (!known || name === undefined || name === known.terminal.name) return;
		this.#place({ ...known, terminal: { ...known.terminal, name } });
	}

	#place(connected: Connected): void {
		const { shopId, terminal } = connected;
		this.#connected.set(terminal.id, connected);
		this.#roster.place(this.#node, [shopId, terminal]);
		this.#link.came([shopId, terminal]);
		this.#pace.changed(shopId);
	}

	#leave(id: string): void {
		this.#connected.delete(id);
		const shopId = this.#roster.remove(this.#node, id);
		this.#link.left(id);
		if (shopId !== null) this.#pace.changed(shopId);
	}

	/** Tells the persons of a shop that are connected here. Returns the milliseconds to rest. */
	#tell(shopId: string): number {
		const room = rooms.people(shopId);
		const screens = this.#io.of('/').adapter.rooms.get(room)?.size ?? 0;
		if (screens === 0) return 0;
		const terminals = this.#roster.ofShop(shopId).slice(0, MOST_LISTED);
		this.#io.to(room).emit('presence', { terminals });
		return restAfter(terminals.length, screens, this.#times);
	}

	#sweep(): void {
		this.#link.sweep();
		const before = performance.now() - this.#times.hold;
		for (const [id, { terminal, heldAt }] of this.#connected)
			if (terminal.dragging !== undefined && heldAt < before) this.#report(id, { dragging: null });
	}
}
