import { Registry } from 'prom-client';
import type { Change } from '#lib/realtime/protocol.ts';
import type { StorageOperation } from '#lib/server/attachments/storage-fault.ts';
import type { PoolUse } from '#lib/server/db/pool-use.ts';
import { poolGauges } from './pool-gauges.ts';
import { realtimeGauges, type RealtimeState } from './realtime-gauges.ts';
import { countsOf, timersOf } from './instruments.ts';

/** What was asked and what became of it. */
export interface AnsweredRequest {
	method: string;
	/** The route's id, never the path: paths are endless, and theirs are links and search words. */
	route: string | null;
	status: number;
	/** Milliseconds until the answer was there; its body may still be on the way. */
	ms: number;
}

/** What the process counts and times; the README beside this file has the list. */
export interface Metrics {
	/** Everything in one place, as `/metrics` tells it. */
	registry: Registry;
	requestAnswered: (request: AnsweredRequest) => void;
	/** A move is committed, so many milliseconds after its request came. */
	moveCommitted: (ms: number) => void;
	/** Changes have gone out to the screens of this node, at this moment in milliseconds since 1970. */
	changesPassedOn: (changes: readonly Pick<Change, 'at'>[], now: number) => void;
	transactionBegan: (waitedMs: number) => void;
	storageFailed: (operation: StorageOperation) => void;
	screenConnected: (kind: 'person' | 'display') => void;
	/** From now on the state of these is told too; whoever is watched later takes the place of who was watched before. */
	watchPool: (use: PoolUse) => void;
	watchRealtime: (read: () => RealtimeState) => void;
}

/** Counts from zero. Nothing is measured that nobody hands over. */
export function createMetrics(): Metrics {
	const registry = new Registry();
	return {
		registry,
		...timersOf(registry),
		...countsOf(registry),
		watchPool: poolGauges(registry),
		watchRealtime: realtimeGauges(registry)
	};
}
