import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
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
	const installed = install() ? await installedBrowser() : undefined;
	if (installed) return installed;
	throw new Refusal(
		'No browser for the end-to-end tests: install Chromium or Chrome, or give its path in CHROME_PATH.'
	);
}

function install(): boolean {
	if (!existsSync('/usr/bin/apt-get')) return false;
	const isRoot = process.getuid?.() === 0;
	if (!isRoot && spawnSync('sudo', ['-n', 'true']).status !== 0) return false;
	console.log('No browser here: installing the Chromium of the system (apt-get install chromium).');
	const apt = (...words: string[]) =>
		execFileSync(isRoot ? 'apt-get' : 'sudo', isRoot ? words : ['-n', 'apt-get', ...words], {
			stdio: ['ignore', 'ignore', 'inherit'],
			env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
		});
	try {
		apt('update', '-q');
		apt('install', '-y', '-q', '--no-install-recommends', 'chromium');
		return true;
	} catch {
		return false;
	}
}
