import { startDatabaseServer, type DatabaseServer } from './database-server.ts';
import { startFloor } from './floor/floor.ts';
import type { Options } from './options.ts';
import { startProduct, type Product } from './product/product.ts';
import { openShop } from './product/shop.ts';
import type { System } from './system.ts';

/** Everything that runs while it is measured: one PostgreSQL, and both systems on it. */
export interface Stage {
	postgres: string;
	systems: { product: Product; floor: System };
	/** Starts the product once more, on a shop of another size. */
	startAnother: (cards: number) => Promise<Product>;
	close: () => Promise<void>;
}

/** Sets the stage. Whatever was started is stopped again when something fails. */
export async function openStage(options: Options): Promise<Stage> {
	const running: { stop: () => Promise<void> }[] = [];
	const keep = <Running extends { stop: () => Promise<void> }>(one: Running): Running => {
		running.unshift(one);
		return one;
	};
	const close = async () => {
		for (const one of running.splice(0)) await one.stop();
	};
	try {
		const database = keep(await startDatabaseServer());
		const start = async (cards: number) => keep(await startOn(database, cards, options));
		const product = await start(options.cards);
		const floorUrl = await database.createDatabase('floor');
		const floor = keep(await startFloor(floorUrl, await product.readCards(), options.writers));
		return { postgres: database.version, systems: { product, floor }, startAnother: start, close };
	} catch (error) {
		await close();
		throw error;
	}
}

async function startOn(database: DatabaseServer, cards: number, options: Options): Promise<Product> {
	const url = await database.createDatabase(`shop_of_${cards}`);
	return startProduct(await openShop(url, { cards, sessions: options.writers }), options);
}
