import type { ConnectionEnd } from '#lib/realtime/connection.ts';
import type { ConnectionState, Surroundings } from './board-session-types.ts';

/** C5: how long a board that is not live lets changes wait, in milliseconds. */
export const PATIENCE_MS = 10_000;

/** C4, C5: what a board says of its connection. */
export class Liveness {
	#after: Surroundings['after'];
	#expired: () => void;
	#isRunning = false;
	#isCurrent = false;
	#isLost = false;
	#isReadOnly = false;
	#end: ConnectionEnd | null = null;
	#callOff: (() => void) | null = null;

	/** `expired` is told when the board has not been live for longer than changes may wait. */
	constructor(after: Surroundings['after'], expired: () => void) {
		this.#after = after;
		this.#expired = expired;
	}

	get state(): ConnectionState {
		if (this.#end) return this.#end;
		if (this.#isCurrent) return 'live';
		if (this.#isReadOnly) return 'read_only';
		return this.#isLost ? 'reconnecting' : 'catching_up';
	}

	/** Whether changes may be made, waiting for the connection if need be. */
	get takesChanges(): boolean {
		return this.#end === null && !this.#isReadOnly;
	}

	/** From now on patience is counted. */
	start(): void {
		this.#isRunning = true;
		this.#count();
	}

	/** The link is there or not; `null` leaves that as it is. */
	update(isCurrent: boolean, isLinked: boolean | null): void {
		this.#isCurrent = isCurrent;
		if (isLinked !== null) this.#isLost = !isLinked;
		if (isCurrent) this.#isReadOnly = false;
		this.#count();
	}

	end(reason: ConnectionEnd): void {
		this.#end ??= reason;
	}

	stop(): void {
		this.#isRunning = false;
		this.#count();
	}

	#count(): void {
		if (this.#isRunning && !this.#isCurrent && !this.#isReadOnly) {
			this.#callOff ??= this.#after(PATIENCE_MS, () => this.#expire());
			return;
		}
		this.#callOff?.();
		this.#callOff = null;
	}

	#expire(): void {
		this.#callOff = null;
		this.#isReadOnly = true;
		this.#expired();
	}
}
