import { startDatabaseServer, type DatabaseServer } from '#tests/bench/database-server.ts';
import type { Options } from '#tests/bench/options.ts';
import { startProduct, type Product } from '#tests/bench/product/product.ts';
import { openShop } from '#tests/bench/product/shop.ts';
import { describeMachine, report } from '#tests/bench/report.ts';
import { absolute, type Row } from '#tests/bench/row.ts';
import { median, quantile } from '#tests/bench/statistics.ts';
import { connect } from '#lib/server/db/client.ts';
import type { Frames } from './frames.ts';
import { measureDrag } from './measure-drag.ts';
import { measureBusy, measurePainted } from './measure-following.ts';
import { measureOpening, type Opening } from './measure-opening.ts';
import { openScreens, type Screens } from './screen.ts';

const CARDS = 500;
const MANY_CARDS = 1000;
/** Cards of the column over which one is dragged. */
const LONG_COLUMN = 200;

interface BrowserMeasurements {
	opening: Opening;
	painted: number[];
	drag: Frames;
	busy: Frames;
}

type Say = (step: string) => void;

/** Measures what a person sees of the board, in Chromium. */
export async function runBrowser(options: Options, say: Say): Promise<Row[]> {
	const before = describeMachine();
	const database = await startDatabaseServer();
	try {
		const measurements = await measure(database, options, say);
		const machine = { ...before, postgres: database.version };
		const rows = toRows(measurements);
		const about = 'Chromium without a graphics card; pages with an empty cache';
		await report(options, { part: 'browser', machine, about, rows, measurements });
		return rows;
	} finally {
		await database.stop();
	}
}

async function measure(database: DatabaseServer, options: Options, say: Say): Promise<BrowserMeasurements> {
	const few = await onScreens(database, options, { cards: CARDS, column: null }, async (product, screens) => {
		say(`opening a board of ${CARDS} cards`);
		const opening = await measureOpening(screens);
		say('following moves');
		return { opening, painted: await measurePainted(product, screens) };
	});
	const drag = await onScreens(database, options, { cards: CARDS, column: LONG_COLUMN }, (_, screens) => {
		say(`dragging over a column of ${LONG_COLUMN} cards`);
		return measureDrag(screens);
	});
	const busy = await onScreens(database, options, { cards: MANY_CARDS, column: null }, (product, screens) => {
		say(`following twenty moves a second on ${MANY_CARDS} cards`);
		return measureBusy(product, screens, options.writers);
	});
	return { ...few, drag, busy };
}

/** A shop of its own, a server, and a browser. */
async function onScreens<Measured>(
	database: DatabaseServer,
	options: Options,
	{ cards, column }: { cards: number; column: number | null },
	work: (product: Product, screens: Screens) => Promise<Measured>
): Promise<Measured> {
	const url = await database.createDatabase(`board_of_${cards}_${column ?? 'all'}`);
	const shop = await openShop(url, { cards, sessions: options.writers });
	if (column !== null) await lengthen(url, column);
	const product = await startProduct(shop, options);
	const screens = await openScreens(product.url, shop.tokens[0] ?? '');
	try {
		return await work(product, screens);
	} finally {
		await screens.close();
		await product.stop();
	}
}

/** Makes the first column as long as this, with cards of others, in the order that they have. */
async function lengthen(url: string, column: number): Promise<void> {
	const { sql, close } = connect(url, { max: 1 });
	try {
		await sql`
			update jobs set status = 'QN', hold_reason = null, hold_note = null, hold_until = null, held_from = null,
				held_clock = null, rank = 'z' || lpad(number::text, 6, '0') || 'V'
			where (shop_id, number) in (
				select shop_id, number from jobs where status <> 'QN' and closed_at is null order by number
				limit ${column} - (select count(*) from jobs where status = 'QN' and closed_at is null)
			)`;
	} finally {
		await close();
	}
}

function toRows({ opening, painted, drag, busy }: BrowserMeasurements): Row[] {
	const milliseconds = (value: number) => `${value.toFixed(1)} ms`;
	const kilobytes = (value: number) => `${value.toFixed(1)} kB`;
	const time = (what: string, value: number, atMost: number | null) =>
		absolute(what, value, { atMost, show: milliseconds });
	const longest = Math.max(0, ...busy.longTasks);
	return [
		absolute(`board of ${CARDS} cards: scripts by gzip`, opening.scripts / 1000, {
			atMost: 110,
			show: kilobytes
		}),
		time(`board of ${CARDS} cards: cards painted, p50`, median(opening.visible), 700),
		time(`remote move → painted, ${CARDS} cards, p50`, median(painted), 35),
		time(`remote move → painted, ${CARDS} cards, p95`, quantile(painted, 0.95), null),
		time(`drag over ${LONG_COLUMN} cards: frame, p95`, quantile(drag.gaps, 0.95), 20),
		time(`20 moves a second, ${MANY_CARDS} cards: frame, p95`, quantile(busy.gaps, 0.95), null),
		time(`20 moves a second, ${MANY_CARDS} cards: longest task`, longest, 50)
	];
}
