import { connect, type DatabaseClient } from '#lib/server/db/client.ts';
import { startApp, type AppOptions, type RunningApp } from './app.ts';
import { startBalancer, type Balancer } from './balancer.ts';
import { createTestDatabase } from './postgres.ts';
import { startS3 } from './s3.ts';

/** Production nodes on free ports over one PostgreSQL and one bucket, behind a balancer that knows no sessions. */
export interface Cluster {
	nodes: readonly RunningApp[];
	balancer: Balancer;
	/** A connection of the test's own. */
	database: DatabaseClient;
	databaseUrl: string;
	stop: () => Promise<void>;
}

export async function startCluster(count: number, env: AppOptions['env'] = {}): Promise<Cluster> {
	const [made, s3] = await Promise.all([createTestDatabase(), startS3()]);
	const start = () => startApp({ databaseUrl: made.url, env: { ...s3.env, ...env } });
	// One after the other: the first builds, if need be, and migrates.
	const nodes: RunningApp[] = [];
	while (nodes.length < count) nodes.push(await start());
	const balancer = await startBalancer(nodes.map(({ url }) => url));
	const database = connect(made.url, { max: 2, applicationName: 'cluster test' });
	return {
		nodes,
		balancer,
		database,
		databaseUrl: made.url,
		stop: async () => {
			await balancer.close();
			await Promise.all(nodes.map((node) => node.stop()));
			await database.close();
			await Promise.all([made.drop(), s3.stop()]);
		}
	};
}
