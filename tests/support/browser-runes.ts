import type { Environment } from 'vitest/runtime';

/** Node, with modules compiled as for the browser: effects run, as they do on a screen. */
const environment: Environment = {
	name: 'browser-runes',
	viteEnvironment: 'client',
	setup: () => ({ teardown: () => undefined })
};
export default environment;
