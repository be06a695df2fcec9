import path from 'node:path';
import type { Plugin, Rolldown } from 'vite';

const SHOP = 'src/routes/(shop)';
/** Vite's own, for `import()`. */
const PRELOAD_HELPER = '\0vite/preload-helper.js';
const EVERYWHERE = [
	PRELOAD_HELPER,
	'node_modules/@sveltejs/kit/src/runtime/client/entry.js',
	'src/routes/+layout.svelte',
	'src/routes/+error.svelte'
];
const ENTRANCES = ['src/routes/sign-in/+page.svelte', 'src/routes/join/[token]/+page.svelte'];
const FRAME = [`${SHOP}/+layout.svelte`, `${SHOP}/+error.svelte`];
const BOARD = [`${SHOP}/work-orders/+page.svelte`];
const JOBS = [`${SHOP}/work-orders/list/+page.svelte`, `${SHOP}/work-orders/[number]/+page.svelte`];
const OTHER_BOARDS = [
	`${SHOP}/dashboard/+page.svelte`,
	'src/routes/display/+page.svelte',
	'src/routes/offline/+page.svelte'
];

/** The pages that share, the most first: a module goes into the chunk of the first that have it, and what it imports with it. */
const SHARING = {
	everywhere: [...EVERYWHERE, ...ENTRANCES],
	frame: FRAME,
	jobs: JOBS,
	boards: OTHER_BOARDS,
	board: BOARD
};

/**
 * Puts what the board's page fetches into few files: what the entrances have, what the shop's have, what it shares with the pages of
 * jobs, what with other pages that show a board, and its own. Otherwise there is a file for every set of pages that share
 * something; those sixty were a tenth larger than what is in them. The price is that a page may fetch a little of another.
 */
export function fetchBoardInFewChunks(): Plugin {
	const groups = Object.entries(SHARING).map(([name, pages]) => {
		let chunk: Set<string> | null = null;
		return {
			name: (id: string, modules: Rolldown.ChunkingContext) =>
				(chunk ??= ofBoard(modules, pages)).has(id) ? name : null
		};
	});
	const output = { codeSplitting: { groups } };
	return {
		name: 'benchboard-chunks',
		config: () => ({ environments: { client: { build: { rolldownOptions: { output } } } } })
	};
}

/** What these pages have of what the board's page fetches. */
function ofBoard(modules: Rolldown.ChunkingContext, pages: readonly string[]): Set<string> {
	const board = reach(modules, [...EVERYWHERE, ...FRAME, ...BOARD]);
	return new Set([...reach(modules, pages)].filter((id) => board.has(id)));
}

/** The modules that are fetched with these. */
function reach(modules: Rolldown.ChunkingContext, files: readonly string[]): Set<string> {
	const found = new Set(files.map((file) => (file === PRELOAD_HELPER ? file : path.resolve(file))));
	// What is added on the way is gone through as well.
	for (const id of found) {
		for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
	}
	return found;
}
