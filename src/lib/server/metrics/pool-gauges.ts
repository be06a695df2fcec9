import { Gauge, type Registry } from 'prom-client';
import type { PoolUse } from '#lib/server/db/pool-use.ts';

/** Tells how much of a pool is in use, once there is one. */
export function poolGauges(registry: Registry): (use: PoolUse) => void {
	let watched: PoolUse | undefined;
	const connections = new Gauge({
		name: 'benchboard_database_connections_max',
		help: 'Connections that the pool may have.',
		registers: [registry],
		collect: () => void (watched && connections.set(watched.max))
	});
	const transactions = new Gauge({
		name: 'benchboard_database_transactions',
		help: 'Transactions that have a connection of the pool, and those that wait for one.',
		labelNames: ['state'],
		registers: [registry],
		collect: () => {
			if (!watched) return;
			transactions.set({ state: 'running' }, watched.running);
			transactions.set({ state: 'waiting' }, watched.waiting);
		}
	});
	return (use) => (watched = use);
}
