import type { DatabaseClient } from '#lib/server/db/client.ts';
import { startSession } from '#lib/server/people/sessions.ts';
import { buildJob, buildPerson, buildShop, type Person } from '#tests/support/factories.ts';
import { readSnapshot } from './ask.ts';
import { openScreen, type Screen } from './screen.ts';

/** A shop whose cards all stand in Quote needed. */
export interface Shop {
	ana: Person;
	/** Of the session that the test itself asks with. */
	token: string;
	numbers: readonly number[];
	/** Opens so many boards, each in a session of its own, at these addresses in turn. */
	open: (count: number, urls: string | readonly string[]) => Promise<Screen[]>;
	signIn: (person?: Person) => Promise<string>;
	/** Closes the boards that were opened. */
	close: () => void;
}

export async function buildFaultShop(database: DatabaseClient, jobs: number): Promise<Shop> {
	const ana = await buildPerson(database.sql, await buildShop(database.sql));
	const numbers: number[] = [];
	while (numbers.length < jobs) numbers.push(await buildJob(database.sql, ana, { status: 'QN' }));
	const opened: Screen[] = [];
	const signIn = async (person = ana) => (await startSession(database, person, 'Test')).token;
	const token = await signIn();
	return {
		ana,
		token,
		numbers,
		signIn,
		open: async (count, urls) => {
			const screens: Screen[] = [];
			// One connection for each screen, its socket: then a balancer spreads them evenly.
			const snapshot = await readSnapshot([urls].flat()[0]!, token);
			for (let made = 0; made < count; made++) {
				const url = typeof urls === 'string' ? urls : urls[made % urls.length]!;
				screens.push(await openScreen({ person: ana, token: await signIn(), url, snapshot }));
			}
			opened.push(...screens);
			return screens;
		},
		close: () => opened.forEach((screen) => screen.close())
	};
}
