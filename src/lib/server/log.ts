import pino, { type DestinationStream, type Logger } from 'pino';
import { rootCause } from './http/database-gone.ts';

export type Log = Logger;

/**
 * One JSON line an event, on standard output unless told otherwise. Levels: error for faults of ours, warn for what an
 * operator should look at.
 */
export function createLog(level: string, destination: DestinationStream = pino.destination(1)): Log {
	const serializers = { err: describeError };
	return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers }, destination);
}

/**
 * What a log may say of an error: where it happened and what the database calls it. The rest of what errors carry (the
 * failing row, a query's parameters) is the shop's and its customers'.
 */
function describeError(error: unknown): Record<string, unknown> {
	const cause = rootCause(error);
	if (!(cause instanceof Error)) return { type: typeof cause };
	const { message, stack, code, constraint_name: constraint } = cause as DatabaseFault;
	return { type: cause.constructor.name, message, code, constraint, stack };
}

type DatabaseFault = Error & { code?: unknown; constraint_name?: unknown };
