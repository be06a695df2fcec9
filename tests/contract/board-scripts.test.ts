import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

/** Bytes by gzip, as `tests/bench/browser` counts them in Chromium. */
const AT_MOST = 110_000;

const BUILT = '.svelte-kit/output/client';
const PAGES = '.svelte-kit/generated/client-optimized';
const BOARD = ['+layout.svelte', '+error.svelte', '(shop)/+layout.svelte', '(shop)/work-orders/+page.svelte'];
const START = ['node_modules/@sveltejs/kit/src/runtime/client/entry.js', `${PAGES}/app.js`];
/** What the board fetches by itself when it is painted; all else waits for somebody's hand. */
const LIVE = [
	'node_modules/socket.io-client/build/esm/index.js',
	'src/lib/offline/KeepBoard.svelte',
	'src/lib/offline/start-offline.ts'
];

type Manifest = Record<string, { file: string; imports?: string[] }>;

test('the scripts of a board that nobody has touched are at most 110 kB', async () => {
	const manifest = JSON.parse(await readFile(`${BUILT}/.vite/manifest.json`, 'utf8')) as Manifest;
	const fetched = new Set([...START, ...(await nodesOf(BOARD)), ...LIVE]);
	// What is added on the way is gone through as well.
	for (const name of fetched)
		for (const imported of entry(manifest, name).imports ?? []) fetched.add(imported);

	const sizes = [...fetched].map(async (name) => {
		const { file } = entry(manifest, name);
		return { file, bytes: gzipSync(await readFile(path.join(BUILT, file))).length };
	});
	const files = await Promise.all(sizes);
	const sum = files.reduce((sum, { bytes }) => sum + bytes, 0);
	expect(sum, JSON.stringify(files, null, '\t')).toBeLessThanOrEqual(AT_MOST);
});

function entry(manifest: Manifest, name: string) {
	const found = manifest[name];
	if (!found) throw new Error(`The build has no ${name}`);
	return found;
}

/** The entries that SvelteKit makes of these files of the routes. */
async function nodesOf(routes: readonly string[]): Promise<string[]> {
	const names = await readdir(`${PAGES}/nodes`);
	const nodes = await Promise.all(
		names.map(async (name) => {
			const node = `${PAGES}/nodes/${name}`;
			const text = await readFile(node, 'utf8');
			return routes.some((route) => text.includes(`/src/routes/${route}"`)) ? [node] : [];
		})
	);
	expect(nodes.flat()).toHaveLength(routes.length);
	return nodes.flat();
}
