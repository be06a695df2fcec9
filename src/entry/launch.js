import { fileURLToPath } from 'node:url';
import { build, isBuilt } from './launch-build.js';
import { install, isInstalled } from './launch-install.js';
import { lockSetUp } from './launch-lock.js';
import { SetUpError } from './launch-run.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BUILT_START = new URL('../../build/start/start.js', import.meta.url).href;

/** What each command needs besides the packages, and where it is. All but the one that is built itself are TypeScript. */
const COMMANDS = {
	start: { needsBuild: true, isBuilt: true, load: () => import(BUILT_START) },
	demo: { needsBuild: true, load: () => import('./demo.ts') },
	dev: { needsBuild: false, load: () => import('./dev.ts') },
	shop: { needsBuild: false, load: () => import('./shop.ts') },
	storage: { needsBuild: false, load: () => import('./storage.ts') },
	import: { needsBuild: false, load: () => import('./import.ts') },
	backup: { needsBuild: false, load: () => import('./backup.ts') },
	restore: { needsBuild: false, load: () => import('./restore.ts') },
	test: { needsBuild: true, load: () => import('./test.ts') },
	bench: { needsBuild: true, load: () => import('./bench.ts') },
	check: { needsBuild: false, load: () => import('./check.ts') }
};

await main(process.argv[2] ?? '', process.argv.slice(3));

/**
 * Sets up what is missing, then hands over to the command, in this process. Nothing is installed when this file is read:
 * it and what it imports at once use Node alone.
 *
 * @param {string} name
 * @param {string[]} args
 */
async function main(name, args) {
	try {
		requireNode();
		const command = findCommand(name);
		process.chdir(ROOT);
		await setUp(command.needsBuild);
		if (!('isBuilt' in command)) await loadTypeScript();
		const { run } = await command.load();
		await run(args);
	} catch (error) {
		console.error(error instanceof SetUpError ? error.message : error);
		process.exit(1);
	}
}

async function loadTypeScript() {
	const { register } = await import('tsx/esm/api');
	register();
}

/**
 * Where nothing is missing nothing is written: the folder may belong to somebody else.
 *
 * @param {boolean} needsBuild
 */
async function setUp(needsBuild) {
	if (isInstalled(ROOT) && (!needsBuild || isBuilt(ROOT))) return;
	const release = await lockSetUp(ROOT, needsBuild);
	try {
		// Somebody else may have done it while we waited.
		if (!isInstalled(ROOT)) await install(ROOT);
		if (needsBuild && !isBuilt(ROOT)) await build(ROOT);
	} finally {
		release();
	}
}

function requireNode() {
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	if (major > 20 || (major === 20 && minor >= 19)) return;
	throw new SetUpError(`Benchboard needs Node 20.19 or newer; this is ${process.versions.node}.`);
}

/** @param {string} name */
function findCommand(name) {
	if (name in COMMANDS) return COMMANDS[/** @type {keyof typeof COMMANDS} */ (name)];
	throw new SetUpError(`Unknown command "${name}": use one of ${Object.keys(COMMANDS).join(', ')}.`);
}
