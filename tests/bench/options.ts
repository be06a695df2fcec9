import { parseArgs } from 'node:util';
import { WATCHER_KINDS, type WatcherKind } from './system.ts';

export interface Options {
	/** Open jobs of the shop. */
	cards: number;
	/** Screens that follow the board. */
	watchers: number;
	/** People who move cards at the same time in the sustained run. */
	writers: number;
	/** Moves of one measure on one system, spread over its rounds. */
	moves: number;
	/** Rounds that alternate between product and floor. */
	rounds: number;
	/** Screens of the second, larger run. */
	manyWatchers: number;
	/** Moves after which the memory is read. */
	memoryMoves: number;
	/** Most nodes that the growth is measured over. */
	nodes: number;
	/** What the product's screens are made of: the real client, or bare frames that leave its work out. */
	watcher: WatcherKind;
	/** One part of the measures alone; all of them when not given. */
	only: Part | null;
	/** Where the figures go. */
	json: string;
}

/**
 * Moves, with snapshots and memory; searching and listing a shop with a long past; its dashboard and backup; what is seen in a
 * browser; screens that come back; how costs grow.
 */
export const PARTS = ['moves', 'finding', 'dashboard', 'backup', 'browser', 'reconnect', 'growth'] as const;
export type Part = (typeof PARTS)[number];

const DEFAULTS = {
	cards: 500,
	watchers: 50,
	writers: 16,
	moves: 600,
	rounds: 6,
	'many-watchers': 200,
	'memory-moves': 5000,
	nodes: 3
};
type Count = keyof typeof DEFAULTS;

/** Reads the command line. Throws an Error whose message says what is wrong. */
export function parseOptions(args: string[]): Options {
	const { values } = parseArgs({
		args,
		options: {
			...countOptions(),
			watcher: { type: 'string', default: WATCHER_KINDS[0] },
			only: { type: 'string' },
			json: { type: 'string', default: 'test-results/bench.json' }
		}
	});
	const count = (name: Count) => parseCount(name, Reflect.get(values, name));
	return {
		cards: count('cards'),
		watchers: count('watchers'),
		writers: count('writers'),
		moves: count('moves'),
		rounds: count('rounds'),
		manyWatchers: count('many-watchers'),
		memoryMoves: count('memory-moves'),
		nodes: count('nodes'),
		watcher: parseWatcher(values.watcher),
		only: values.only === undefined ? null : parsePart(values.only),
		json: values.json
	};
}

function countOptions(): Record<string, { type: 'string'; default: string }> {
	const entries = Object.entries(DEFAULTS).map(([name, value]) => {
		return [name, { type: 'string', default: String(value) }] as const;
	});
	return Object.fromEntries(entries);
}

function parseCount(name: Count, text: unknown): number {
	if (typeof text === 'string' && /^[1-9]\d{0,5}$/.test(text)) return Number(text);
	throw new Error(`--${name} takes a whole number, as in --${name} ${DEFAULTS[name]}`);
}

function parseWatcher(text: string): WatcherKind {
	const kind = WATCHER_KINDS.find((known) => known === text);
	if (!kind) throw new Error(`--watcher is one of ${WATCHER_KINDS.join(', ')}`);
	return kind;
}

function parsePart(text: string): Part {
	const part = PARTS.find((known) => known === text);
	if (!part) throw new Error(`--only is one of ${PARTS.join(', ')}`);
	return part;
}
