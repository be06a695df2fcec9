import { CATCH_UP_LIMIT, type Changes, type SinceAnswer } from '#lib/realtime/protocol.ts';
import { readChangesSince, readVersion } from '#lib/server/board/read-changes.ts';
import type { Sql } from '#lib/server/db/client.ts';
import type { Watch } from '#lib/server/feed/change-feed.ts';

/** C1: answers what a board at a version lacks. */
export class CatchUp {
	#sql: Sql;
	/** Reads under way: after a restart hundreds of screens ask for the same. */
	#reads = new Map<string, Promise<Changes>>();

	constructor(sql: Sql) {
		this.#sql = sql;
	}

	/**
	 * The changes after `since`, as far as they are known now; `reload` when they are too many, when the board names
	 * no version, or when it is ahead of the shop (restored from a backup) or behind the log's beginning. The watch must be ready.
	 */
	async since(watch: Watch, shopId: string, since: number | null): Promise<SinceAnswer> {
		const version = watch.version ?? 0;
		if (since === null || version - since > CATCH_UP_LIMIT) return { reload: true, version };
		if (since < version) return orReload(await this.#read(shopId, since), version);
		const real = since > version ? await readVersion(this.#sql, shopId) : version;
		if (since > real) return { reload: true, version: real };
		watch.hear(real);
		return { from: since, to: since, changes: [] };
	}

	#read(shopId: string, since: number): Promise<Changes> {
		const key = `${shopId}:${since}`;
		const read = this.#reads.get(key) ?? readChangesSince(this.#sql, shopId, since, CATCH_UP_LIMIT);
		this.#reads.set(key, read);
		const forget = () => this.#reads.get(key) === read && this.#reads.delete(key);
		read.then(forget, forget);
		return read;
	}
}

/** A log that does not reach back to a board's version cannot bring it forward. */
function orReload(read: Changes, version: number): SinceAnswer {
	return read.changes[0]?.version === read.from + 1 ? read : { reload: true, version };
}
