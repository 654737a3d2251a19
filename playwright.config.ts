import { defineConfig } from '@playwright/test';
import { launchOptions } from './tests/support/browser.ts';

export default defineConfig({
	testDir: 'tests/e2e',
	testMatch: '**/*.spec.ts',
	outputDir: 'test-results/e2e',
	globalSetup: './tests/support/server.ts',
	fullyParallel: true,
	workers: 2,
	retries: 0,
	// Nothing is judged by its time: these only end what would never come, on the slowest machine.
	timeout: 180_000,
	expect: { timeout: 30_000 },
	forbidOnly: Boolean(process.env['CI']),
	reporter: 'list',
	use: {
		// Set by the global set-up, before the workers read this file.
		baseURL: process.env['E2E_BASE_URL'],
		browserName: 'chromium',
		launchOptions,
		locale: 'fr-FR',
		timezoneId: 'Europe/Paris',
		viewport: { width: 360, height: 740 },
		isMobile: true,
		hasTouch: true,
		trace: 'retain-on-failure'
	},
	projects: [
		{ name: 'mobile' },
		{ name: 'mobile-nojs', grep: /@nojs/, use: { javaScriptEnabled: false } }
	]
});
