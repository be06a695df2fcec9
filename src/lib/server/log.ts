import pino, { type Logger } from 'pino';

export type Log = Logger;

/** One JSON line an event on standard output. Levels: error for faults of ours, warn for what an operator should look at. */
export function createLog(level: string): Log {
	return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}
