/** Whoever starts the process and the application are two bundles: what both know lies on globalThis, under a name. */
const DRAINING = Symbol.for('benchboard.draining');

/** From now on `/readyz` says no: this process is about to end, and new people are to be sent to another one. */
export function beginDraining(): void {
	Object.assign(globalThis, { [DRAINING]: true });
}

export function isDraining(): boolean {
	return Reflect.get(globalThis, DRAINING) === true;
}
