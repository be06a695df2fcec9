import type { Change, Changes, Pulse } from '#lib/realtime/protocol.ts';
import { applyChanges, reconcile, type BoardState } from '#lib/board/apply-change.ts';
import type { BoardSnapshot } from '#lib/board/board.ts';
import type { BoardTransport, Surroundings } from './board-session-types.ts';

/** What a BoardSync tells the board that it works for. */
export interface SyncListener {
	/** The log went on by these changes, from `before`. */
	applied: (before: BoardState, changes: readonly Change[]) => void;
	/** The shop's rules and this person's rights were read anew. */
	ruled: (snapshot: BoardSnapshot) => void;
	/** The whole board was fetched anew. */
	reloaded: () => void;
	/** The state, or whether it is current, may have changed. */
	changed: () => void;
	/** Nobody is signed in here any more. */
	signedOut: () => void;
}

/** Milliseconds before a catch-up that got no answer is asked for again. */
const RETRY_MS = 500;

/**
 * C1, C4: keeps one board at the shop's version. Takes in whatever the link brings, in any order, twice or not at
 * all; asks for what is missing; fetches the whole board when it is too far behind.
 */
export class BoardSync {
	state: BoardState;
	#transport: Pick<BoardTransport, 'since' | 'snapshot'>;
	#after: Surroundings['after'];
	#listener: SyncListener;
	#linked = false;
	/** The server has said, over this link, where the shop is. */
	#oriented = false;
	/** The highest version heard of. */
	#heard: number;
	/**
	 * The server told to fetch the whole board: this one is too far behind, or ahead of a shop restored from a backup, or the
	 * shop's rules have changed. Told again, it is another telling: what was being fetched then may be older.
	 */
	#reload: { isRestored: boolean } | null = null;
	#chasing = false;

	constructor(
		state: BoardState,
		transport: Pick<BoardTransport, 'since' | 'snapshot'>,
		after: Surroundings['after'],
		listener: SyncListener
	) {
		this.state = state;
		this.#heard = state.version;
		this.#transport = transport;
		this.#after = after;
		this.#listener = listener;
	}

	/** Connected, and nothing that was heard of is missing. */
	get isCurrent(): boolean {
		return this.#linked && this.#oriented && !this.#isBehind;
	}

	get #isBehind(): boolean {
		return this.#reload !== null || this.state.version < this.#heard;
	}

	linkUp(): void {
		this.#linked = true;
		this.#oriented = false;
		this.#goOn();
	}

	linkDown(): void {
		this.#linked = false;
		this.#listener.changed();
	}

	receive({ to, changes }: Changes): void {
		this.#heard = Math.max(this.#heard, to);
		this.#oriented = true;
		this.#apply(changes);
		this.#goOn();
	}

	pulse({ version }: Pulse): void {
		this.#heard = Math.max(this.#heard, version);
		this.#oriented = true;
		this.#goOn();
	}

	reload({ version }: { version: number }): void {
		this.#needReload(version);
		this.#oriented = true;
		this.#goOn();
	}

	#needReload(version: number): void {
		this.#reload = { isRestored: version < this.state.version };
	}

	#apply(changes: readonly Change[]): void {
		const before = this.state;
		this.state = applyChanges(before, changes).state;
		if (this.state === before) return;
		const applied = changes.filter(
			({ version }) => version > before.version && version <= this.state.version
		);
		this.#listener.applied(before, applied);
	}

	#goOn(): void {
		this.#listener.changed();
		if (this.#isBehind && !this.#chasing) void this.#chase();
	}

	async #chase(): Promise<void> {
		this.#chasing = true;
		while (this.#linked && this.#isBehind) {
			const told = this.#reload;
			const done = await (told === null ? this.#ask() : this.#load(told)).catch(() => false);
			if (!done) await new Promise<void>((resolve) => this.#after(RETRY_MS, resolve));
		}
		this.#chasing = false;
		this.#listener.changed();
	}

	/** Whether the answer brought the board forward. */
	async #ask(): Promise<boolean> {
		const before = this.state.version;
		const answer = await this.#transport.since(before);
		if ('reload' in answer) this.#needReload(answer.version);
		else this.#apply(answer.changes);
		return this.#reload !== null || this.state.version > before;
	}

	async #load(told: { isRestored: boolean }): Promise<boolean> {
		const answer = await this.#transport.snapshot();
		if (!answer.ok) {
			if (answer.problem.status === 401) this.#listener.signedOut();
			return false;
		}
		if (this.#reload === told) this.#reload = null;
		this.#adopt(answer.body, told);
		return true;
	}

	/** The cards of a snapshot that is older than the board are only right when the shop was restored; its rules were read just now. */
	#adopt(snapshot: BoardSnapshot, { isRestored }: { isRestored: boolean }): void {
		this.#listener.ruled(snapshot);
		if (snapshot.version < this.state.version && !isRestored) return;
		this.#heard = isRestored ? snapshot.version : Math.max(this.#heard, snapshot.version);
		this.state = reconcile(this.state, snapshot);
		this.#listener.reloaded();
	}
}
