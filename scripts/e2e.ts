import { ensureBrowser } from './browser.ts';
import { buildIfStale } from './build.ts';
import { command } from './command.ts';
import { playwright } from './steps.ts';

// npm run test:e2e [-- words for Playwright]
await command(async () => {
	const browser = await ensureBrowser();
	await buildIfStale();
	const { failed } = await playwright(browser, process.argv.slice(2));
	return failed ? 1 : 0;
});
