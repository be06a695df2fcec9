/** Connection faults as Node and postgres.js name them. */
const CONNECTION_CODES = new Set([
	'ECONNREFUSED',
	'ECONNRESET',
	'EPIPE',
	'ETIMEDOUT',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'ENOTFOUND',
	'EAI_AGAIN',
	'CONNECT_TIMEOUT',
	'CONNECTION_CLOSED',
	'CONNECTION_ENDED',
	'CONNECTION_DESTROYED'
]);

/** PostgreSQL: connection exception, out of resources, shut down, starting up, cut off; a lock or statement took too long. */
const SQL_STATES = /^(08...|53...|57P0[1235]|55P03|57014)$/;

/** Whether an error means that the database cannot be reached now and may be again in a moment. */
export function isDatabaseGone(error: unknown): boolean {
	for (const cause of causesOf(error)) {
		const code = 'code' in cause ? cause.code : undefined;
		if (typeof code === 'string' && (CONNECTION_CODES.has(code) || SQL_STATES.test(code))) return true;
	}
	return false;
}

/** The error that started it: drizzle's own carries every parameter of the query, which no log line may. */
export function rootCause(error: unknown): unknown {
	return causesOf(error).at(-1) ?? error;
}

/** What a person is told of it: the first line. Where a name has several addresses, the first stands for all. */
export function inOneLine(error: unknown): string {
	if (error instanceof AggregateError) return inOneLine(error.errors[0]);
	return error instanceof Error ? error.message.split('\n')[0] || error.name : String(error);
}

/** The error and what caused it, outermost first. */
export function causesOf(error: unknown): Error[] {
	const chain: Error[] = [];
	let current = error;
	while (current instanceof Error && !chain.includes(current)) {
		chain.push(current);
		current = current.cause;
	}
	return chain;
}
