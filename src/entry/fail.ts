import { AppError } from '#lib/server/app-error.ts';
import { StoreRefused } from '#lib/server/attachments/object-store.ts';
import { BackupError } from '#lib/server/backup/backup-error.ts';
import { ConfigError } from '#lib/server/config.ts';
import { DatabaseUnreachable } from '#lib/server/db/client-reachable.ts';
import { EmbeddedError } from '#lib/server/db/embedded/error.ts';

/** A command was called in a way that it does not understand. */
export class UsageError extends Error {}

const EXPECTED = [
	AppError,
	BackupError,
	ConfigError,
	DatabaseUnreachable,
	EmbeddedError,
	StoreRefused,
	UsageError
];

/** Says what went wrong and ends the process, with 1 unless told otherwise: in plain lines where a person can do something about it, else with the stack. */
export function fail(error: unknown, code = 1): never {
	console.error(describe(error));
	process.exit(code);
}

function describe(error: unknown): unknown {
	if (error instanceof AppError && error.facts.fields) return Object.values(error.facts.fields).join(' ');
	if (!(error instanceof Error)) return error;
	const isPlain = EXPECTED.some((kind) => error instanceof kind) || isSystemError(error);
	return isPlain ? error.message : error;
}

/** A full disk, a folder that may not be written: the message names both. */
function isSystemError(error: Error): boolean {
	return 'syscall' in error && 'path' in error;
}
