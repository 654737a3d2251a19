import type { LaunchOptions } from '@playwright/test';

/** How the end-to-end tests launch the browser that scripts/browser.ts found. */
export const launchOptions: LaunchOptions = {
	executablePath: process.env['CHROME_PATH'],
	args: [
		// Root in a container has no sandbox to offer; the pages visited are our own.
		'--no-sandbox',
		'--disable-gpu',
		'--disable-quic',
		'--no-first-run',
		'--disable-background-networking',
		'--disable-component-update',
		'--disable-sync'
	]
};
