import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runQuietly } from './launch-run.js';

/**
 * Whether node_modules holds exactly what package-lock.json names: we have installed it, or somebody's own `npm ci` has.
 *
 * @param {string} root
 */
export function isInstalled(root) {
	return read(stampOf(root)) === wantedIn(root) || isInstalledByNpm(root);
}

/**
 * Installs exactly what package-lock.json names. No package's own script runs: none is needed, and not every npm would run them.
 *
 * @param {string} root
 */
export async function install(root) {
	console.error('Installing packages (once, about a minute) …');
	const wanted = wantedIn(root);
	const [program, ...args] = npm();
	const options = ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
	await runQuietly('Installing the packages', program, [...args, ...options], process.env);
	writeFileSync(stampOf(root), wanted);
}

/** @param {string} root */
function stampOf(root) {
	return path.join(root, 'node_modules', '.benchboard-lock');
}

/** @param {string} root */
function wantedIn(root) {
	const lock = readFileSync(path.join(root, 'package-lock.json'));
	return createHash('sha256').update(lock).digest('hex');
}

/** The npm that called us, if one did. */
function npm() {
	const caller = process.env.npm_execpath ?? '';
	if (path.basename(caller) === 'npm-cli.js' && existsSync(caller))
		return /** @type {const} */ ([process.execPath, caller]);
	return /** @type {const} */ ([process.platform === 'win32' ? 'npm.cmd' : 'npm']);
}

/**
 * npm keeps its own record in node_modules.
 *
 * @param {string} root
 */
function isInstalledByNpm(root) {
	const wanted = packagesOf(path.join(root, 'package-lock.json'));
	const present = packagesOf(path.join(root, 'node_modules', '.package-lock.json'));
	return Object.entries(wanted).every(([name, { version, optional, devOptional }]) => {
		if (name === '') return true;
		const found = present[name];
		return found ? found.version === version : Boolean(optional ?? devOptional);
	});
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>}
 */
function packagesOf(file) {
	return JSON.parse(read(file) || '{}').packages ?? {};
}

/** @param {string} file */
function read(file) {
	return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
