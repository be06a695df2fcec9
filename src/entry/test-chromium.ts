import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** No browser was found, and none could be installed. The message says what to do. */
export class NoChromium extends Error {}

/** An installed Chromium: the one that CHROMIUM_PATH names, the system's, or Playwright's own. */
export function findChromium(): string | undefined {
	const { CHROMIUM_PATH } = process.env;
	if (CHROMIUM_PATH) return CHROMIUM_PATH;
	const folders = ['/usr/bin', '/snap/bin', ...(process.env.PATH ?? '').split(path.delimiter)];
	const candidates = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
	return [...candidates, MAC, chromium.executablePath()].find(isProgram);
}

/** Finds a Chromium; root on Debian or Ubuntu gets the distribution's package. Throws a NoChromium that says what to do. */
export function requireChromium(): string {
	const found = findChromium();
	if (found && isProgram(found)) return found;
	if (found) throw new NoChromium(`CHROMIUM_PATH names ${found}, which is not a program that can be run.`);
	const installed = installPackage() ? findChromium() : undefined;
	if (installed) return installed;
	throw new NoChromium(
		'The browser tests need Chromium, and none was found. Do one of these, then run the tests again:\n' +
			'  apt-get install chromium                 (Debian, as root; Ubuntu: chromium-browser)\n' +
			'  npx playwright install --with-deps chromium\n' +
			'  CHROMIUM_PATH=/path/to/chrome npm test'
	);
}

function installPackage(): boolean {
	if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0)
		return false;
	console.error('Installing Chromium from the distribution …');
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const apt = (...args: string[]) => spawnSync('apt-get', args, { stdio: 'ignore', env }).status === 0;
	const install = () =>
		['chromium', 'chromium-browser'].some((name) => apt('install', '-y', '--no-install-recommends', name));
	return install() || (apt('update') && install());
}

function isProgram(file: string): boolean {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
