import { defineConfig } from '@playwright/test';
import { findChromium } from '#entry/test-chromium.ts';

const results = '../test-results';

export default defineConfig({
	testDir: 'e2e',
	testMatch: '*.e2e.ts',
	outputDir: results,
	globalSetup: './support/global-setup.ts',
	fullyParallel: true,
	forbidOnly: Boolean(process.env.CI),
	workers: 2,
	retries: 0,
	timeout: 45_000,
	reporter: [['list']],
	use: {
		browserName: 'chromium',
		// Every page would install it anew; the test that is about it allows it.
		serviceWorkers: 'block',
		screenshot: 'only-on-failure',
		trace: 'retain-on-failure',
		launchOptions: {
			executablePath: findChromium(),
			args: [
				'--no-sandbox',
				'--disable-gpu',
				'--disable-quic',
				'--no-first-run',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync'
			]
		}
	}
});
