import pino, { type DestinationStream, type Logger } from 'pino';
import { rootCause } from './http/database-gone.ts';

export type Log = Logger;

/**
 * Lines are gathered and written together, beside what is being served: writing each at once cost a move a twentieth of its
 * processor time. They are there after `periodicFlush` milliseconds, and when the process ends by itself. Bytes that
 * nobody takes are kept up to `maxLength`; then lines are left out, and the board goes on.
 */
const OUTPUT = { dest: 1, sync: false, minLength: 4096, periodicFlush: 200, maxLength: 1_048_576 };

/**
 * One JSON line an event, on standard output unless told otherwise. Levels: error for faults of ours, warn for what an
 * operator should look at, info for what was changed or refused, debug for what was read.
 */
export function createLog(level: string, destination: DestinationStream = standardOutput()): Log {
	const serializers = { err: describeError, reason: nameReason };
	return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers }, destination);
}

/** pino's number for the level of what an operator should look at. */
const WARN = 40;

/** What an operator should look at is written at once, and what led to it with it. */
function standardOutput(): DestinationStream {
	const out = pino.destination(OUTPUT);
	const stream = {
		[Symbol.for('pino.metadata')]: true,
		/** Of the line that comes; pino sets it. */
		lastLevel: 0,
		write: (line: string) => {
			out.write(line);
			if (stream.lastLevel >= WARN) out.flush();
		}
	};
	return stream;
}

/** A person at a terminal sees what needs looking at; a file or a collector gets what has been done, too. */
export function fittingLevel(isTerminal: boolean): string {
	return isTerminal ? 'warn' : 'info';
}

/**
 * What a log may say of an error: where it happened and what the database calls it. The rest of what errors carry (the
 * failing row, a query's parameters) is the shop's and its customers'.
 */
function describeError(error: unknown): Record<string, unknown> {
	const cause = rootCause(error);
	if (!(cause instanceof Error)) return { type: typeof cause };
	const { message, stack, code, constraint_name: constraint } = cause as DatabaseFault;
	const told = wordsOf(cause);
	return {
		type: cause.constructor.name,
		message: told,
		code,
		constraint,
		stack: stack?.replace(message, () => told)
	};
}

/** The same in one sentence, for what may be over in a moment. */
function nameReason(error: unknown): string {
	const cause = rootCause(error);
	return cause instanceof Error ? `${cause.constructor.name}: ${wordsOf(cause)}` : typeof cause;
}

/** PostgreSQL's errors of class 22, *data exception*, and those of reading JSON repeat what they were given. */
function wordsOf(error: Error): string {
	const isQuoting = error instanceof SyntaxError || ('code' in error && /^22/.test(String(error.code)));
	return isQuoting ? error.message.replace(/["'].*["']/s, '"…"') : error.message;
}

type DatabaseFault = Error & { code?: unknown; constraint_name?: unknown };
