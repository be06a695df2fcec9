import { Counter, Histogram, type Registry } from 'prom-client';
import { STORAGE_OPERATIONS } from '#lib/server/attachments/storage-fault.ts';
import type { Metrics } from './metrics.ts';

/** Seconds. A move takes a few milliseconds, an upload a few seconds. */
const REQUEST = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const MOVE = [0.001, 0.002, 0.003, 0.005, 0.0075, 0.01, 0.015, 0.025, 0.05, 0.1, 0.25, 1];
const DELIVERY = [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 20];
const WAIT = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 3];

/** A client makes methods up; these are the ones that anything answers to. */
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** What takes time. It comes in milliseconds, as everywhere here, and is told in seconds, as everywhere there. */
export function timersOf(
	registry: Registry
): Pick<Metrics, 'requestAnswered' | 'moveCommitted' | 'changesPassedOn' | 'transactionBegan'> {
	const requests = new Histogram({
		name: 'benchboard_request_duration_seconds',
		help: 'From a request to its answer.',
		labelNames: ['method', 'route', 'status'],
		buckets: REQUEST,
		registers: [registry]
	});
	const timer = (name: string, help: string, buckets: number[]) =>
		new Histogram({ name: `benchboard_${name}_seconds`, help, buckets, registers: [registry] });
	const moves = timer('move_commit', 'From the request of a move to its commit.', MOVE);
	const deliveries = timer(
		'change_delivery',
		'From when a change was made to when it went out here.',
		DELIVERY
	);
	const waits = timer('database_wait', 'From the wish for a transaction to its connection.', WAIT);
	return {
		requestAnswered: ({ method, route, status, ms }) =>
			requests.observe(labelsOf(method, route, status), ms / 1000),
		moveCommitted: (ms) => moves.observe(ms / 1000),
		// Clocks of two nodes differ a little; nothing goes out before it was made.
		changesPassedOn: (changes, now) => {
			for (const { at } of changes) deliveries.observe(Math.max(0, now - Date.parse(at)) / 1000);
		},
		transactionBegan: (waitedMs) => waits.observe(waitedMs / 1000)
	};
}

/** What happens now and then. */
export function countsOf(registry: Registry): Pick<Metrics, 'storageFailed' | 'screenConnected'> {
	const failures = new Counter({
		name: 'benchboard_storage_errors_total',
		help: 'What the place for files could not do.',
		labelNames: ['operation'],
		registers: [registry]
	});
	const connections = new Counter({
		name: 'benchboard_screen_connections_total',
		help: 'Screens that have connected.',
		labelNames: ['kind'],
		registers: [registry]
	});
	// What has not happened yet is told too: its first time would not be seen as a rise.
	for (const operation of STORAGE_OPERATIONS) failures.inc({ operation }, 0);
	for (const kind of ['person', 'display']) connections.inc({ kind }, 0);
	return {
		storageFailed: (operation) => failures.inc({ operation }),
		screenConnected: (kind) => connections.inc({ kind })
	};
}

/** So many values and no more, whatever is asked: a series is kept for each of them for as long as the process lives. */
function labelsOf(method: string, route: string | null, status: number) {
	return {
		method: METHODS.includes(method) ? method : 'other',
		route: route ?? 'none',
		status: `${Math.floor(status / 100)}xx`
	};
}
