import postgres from 'postgres';

/** The database did not answer. The message names the host and the reason, on one line, without the password. */
export class DatabaseUnreachable extends Error {}

/** Waits until the database answers; throws a DatabaseUnreachable after `patience` milliseconds. */
export async function waitUntilReachable(url: string, patience = 5000): Promise<void> {
	const deadline = Date.now() + patience;
	for (;;) {
		const failure = await tryOnce(url);
		if (failure === null) return;
		if (isFinal(failure) || Date.now() + 250 > deadline) {
			throw new DatabaseUnreachable(`The database at ${place(url)} cannot be used: ${reason(failure)}`);
		}
		await new Promise((resolve) => setTimeout(resolve, 250));
	}
}

async function tryOnce(url: string): Promise<Error | null> {
	const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => undefined });
	try {
		await sql`select 1`;
		return null;
	} catch (error) {
		return error instanceof Error ? error : new Error(String(error));
	} finally {
		await sql.end({ timeout: 1 });
	}
}

/** A wrong password or a missing database does not get better by waiting. */
function isFinal(error: Error): boolean {
	return 'code' in error && typeof error.code === 'string' && /^(28|3D)/.test(error.code);
}

function reason(error: Error): string {
	const { message } = error instanceof AggregateError ? (error.errors[0] as Error) : error;
	return message.split('\n')[0] || error.name;
}

function place(url: string): string {
	try {
		return new URL(url).host || url;
	} catch {
		return 'DATABASE_URL';
	}
}
