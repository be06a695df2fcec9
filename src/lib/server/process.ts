import { openStore } from './attachments/open-store.ts';
import { createSweeper, type Sweeper } from './attachments/sweeper.ts';
import { ConfigError, parseConfig, type Config } from './config.ts';
import { connect } from './db/client.ts';
import type { Deps } from './deps.ts';
import { createLog, fittingLevel } from './log.ts';
import { createMetrics } from './metrics/metrics.ts';
import { watchProcess } from './metrics/process-metrics.ts';
import { newSetUpCode } from './people/set-up-code.ts';

/** What one running process has once. Only hooks, routes and the wiring of the sockets ask for it. */
export interface Process {
	config: Config;
	deps: Deps;
	sweeper: Sweeper;
	/** P2: lets somebody on another machine set up the first shop. */
	setUpCode: string;
	/** Closes the database connections. */
	close: () => Promise<void>;
}

let made: Process | undefined;

/** The process's settings and dependencies, made from the environment when first asked for. Throws a ConfigError. */
export function getProcess(): Process {
	made ??= makeProcess(parseConfig(process.env));
	return made;
}

function makeProcess(config: Config): Process {
	if (!config.databaseUrl) {
		throw new ConfigError('DATABASE_URL is missing; `npm start` starts a database and sets it');
	}
	const metrics = createMetrics();
	watchProcess(metrics.registry);
	const { db, sql, use: pool, close } = connect(config.databaseUrl, { onBegun: metrics.transactionBegan });
	metrics.watchPool(pool);
	const store = openStore(config, metrics.storageFailed);
	const log = createLog(config.logLevel ?? fittingLevel(process.stdout.isTTY));
	const base = { db, sql, pool, store, now: () => new Date().toISOString(), log, metrics };
	const sweeper = createSweeper(base);
	const deps = { ...base, wakeSweeper: sweeper.wake };
	return { config, deps, sweeper, setUpCode: newSetUpCode(), close };
}
