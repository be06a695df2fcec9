import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runQuietly } from './launch-run.js';

/** How `npm start` itself is built. The application's build comes first: it clears the folder. */
const START = 'src/entry/start.config.ts';

const SOURCES = ['src', 'static', 'package-lock.json', 'svelte.config.js', 'vite.config.ts', 'tsconfig.json'];

/**
 * Whether the build is there and was made of these sources. Contents decide, not times: a copied or newly checked out folder
 * has new times and the same sources.
 *
 * @param {string} root
 */
export function isBuilt(root) {
	const stamp = stampOf(root);
	return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(root);
}

/** @param {string} root */
export async function build(root) {
	// Of the sources as they are now: what is changed meanwhile is built the next time.
	const made = fingerprint(root);
	console.error('Building (once for each version, about half a minute) …');
	const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
	const env = { ...process.env, NODE_ENV: 'production' };
	await runQuietly('The build', process.execPath, [vite, 'build'], env);
	await runQuietly('The build', process.execPath, [vite, 'build', '--config', START], env);
	writeFileSync(stampOf(root), made);
}

/** @param {string} root */
function stampOf(root) {
	return path.join(root, 'build', '.sources');
}

/**
 * What the build is made of, in a word.
 *
 * @param {string} root
 */
export function fingerprint(root) {
	const hash = createHash('sha256');
	for (const file of SOURCES.flatMap((source) => filesIn(root, source)).filter(isPartOfBuild)) {
		hash.update(`${file}\0`).update(readFileSync(path.join(root, file)));
	}
	return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} name a file or a folder
 * @returns {string[]}
 */
function filesIn(root, name) {
	const found = statSync(path.join(root, name), { throwIfNoEntry: false });
	if (!found) return [];
	if (!found.isDirectory()) return [name];
	const entries = readdirSync(path.join(root, name)).sort();
	return entries.flatMap((entry) => filesIn(root, `${name}/${entry}`));
}

/**
 * Tests and documents are not built.
 *
 * @param {string} file
 */
function isPartOfBuild(file) {
	return !/\.(test\.ts|md)$/.test(file);
}
