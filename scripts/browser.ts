import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { installPackage } from './debian.ts';
import { Refusal } from './refusal.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** A Chromium or Chrome of this machine: CHROME_PATH, an installed one, or Playwright's own. */
export async function installedBrowser(): Promise<string | undefined> {
	const chosen = process.env['CHROME_PATH'];
	if (chosen) {
		if (existsSync(chosen)) return chosen;
		throw new Refusal(`CHROME_PATH names ${chosen}, which does not exist.`);
	}
	for (const name of NAMES) {
		const { stdout } = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
		if (stdout?.trim()) return stdout.trim();
	}
	const { chromium } = await import('@playwright/test');
	return [MAC, chromium.executablePath()].find((path) => existsSync(path));
}

/** As installedBrowser, installing Debian's package where that is allowed. Throws when none can be had. */
export async function ensureBrowser(): Promise<string> {
	const present = await installedBrowser();
	if (present) return present;
	const said = 'No browser here: installing the Chromium of the system (apt-get install chromium).';
	const installed = installPackage('chromium', said) ? await installedBrowser() : undefined;
	if (installed) return installed;
	throw new Refusal(
		'No browser for the end-to-end tests: install Chromium or Chrome, or give its path in CHROME_PATH.'
	);
}
