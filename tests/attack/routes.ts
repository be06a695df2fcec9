import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** All files in a folder of the repository, by their path in it. */
export function filesIn(folder: string): string[] {
	const root = fileURLToPath(new URL(`../../${folder}`, import.meta.url));
	return readdirSync(root, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => `${entry.parentPath}/${entry.name}`.slice(root.length));
}

/** The routes outside the API that have a file of this name, as they stand in an address: `/work-orders/[number]`. */
export function routesWith(file: '+page.svelte' | '+page.server.ts' | '+server.ts'): string[] {
	return filesIn('src/routes')
		.filter((name) => name.endsWith(`/${file}`) && !name.startsWith('/api/'))
		.map((name) => addressOf(name.slice(0, -file.length - 1)))
		.sort();
}

/** The routes of pages that forms are posted to. */
export function routesWithForms(): string[] {
	const hasActions = (name: string) =>
		/\bactions\b/.test(
			readFileSync(fileURLToPath(new URL(`../../src/routes${name}`, import.meta.url)), 'utf8')
		);
	return filesIn('src/routes')
		.filter((name) => name.endsWith('/+page.server.ts') && hasActions(name))
		.map((name) => addressOf(name.slice(0, -'/+page.server.ts'.length)));
}

/** Folders in parentheses are in no address. */
function addressOf(folder: string): string {
	return folder.replace(/\/\(\w+\)/g, '') || '/';
}
