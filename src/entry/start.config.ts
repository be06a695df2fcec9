import { defineConfig } from 'vite';

/** Builds `npm start` itself, beside the application: it runs without the loader for TypeScript, which holds 35 MB. */
export default defineConfig({
	publicDir: false,
	build: { ssr: 'src/entry/start.ts', outDir: 'build/start' }
});
