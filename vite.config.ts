import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { attachSocketsInDev } from './src/entry/vite-sockets.ts';

export default defineConfig({
	plugins: [sveltekit(), attachSocketsInDev()]
});
