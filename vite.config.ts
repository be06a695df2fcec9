import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { fetchBoardInFewChunks } from './src/entry/vite-chunks.ts';
import { attachSocketsInDev } from './src/entry/vite-sockets.ts';

const RUNES = 'src/**/*.svelte.test.ts';

export default defineConfig({
	plugins: [sveltekit(), attachSocketsInDev(), fetchBoardInFewChunks()],
	test: {
		pool: 'forks',
		maxWorkers: 2,
		projects: [
			{
				extends: true,
				test: {
					name: 'node',
					environment: 'node',
					globalSetup: ['tests/support/global-setup.ts'],
					include: ['src/**/*.test.ts', 'tests/{simulation,contract,attack,faults}/**/*.test.ts'],
					exclude: [RUNES],
					testTimeout: 20_000,
					hookTimeout: 30_000
				}
			},
			{
				extends: true,
				test: { name: 'runes', environment: './tests/support/browser-runes.ts', include: [RUNES] },
				resolve: { conditions: ['browser'] }
			}
		]
	}
});
