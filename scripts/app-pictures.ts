import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import sharp from 'sharp';
import { ensureBrowser } from './browser.ts';
import { command } from './command.ts';
import { root } from './root.ts';

// node scripts/app-pictures.ts http://localhost:3000 — the icons, and the screens that a phone shows before it installs
// the application, taken from a running demonstration: its people are fictional. Run again when a screen changes.

const { locales, baseLocale } = JSON.parse(
	readFileSync(join(root, 'project.inlang/settings.json'), 'utf8')
) as { locales: string[]; baseLocale: string };

/** The house of the mark in one colour, on nothing, inside the circle that every phone keeps. */
const MONOCHROME = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-16 -16 96 96"><path d="M10 31 32 12l22 19v21H44V40a12 12 0 0 0-24 0v12H10z"/><path d="M24 42a8 8 0 0 1 16 0z"/><path d="M17 46h30v4H17z"/></svg>`;

const NARROW = { width: 360, height: 740 };
const WIDE = { width: 1024, height: 640 };
const SCREENS = [
	['accueil', '/', NARROW],
	['rendez-vous', '/rendez-vous?motif=enregistrement&guichet=antibes', NARROW],
	['espace', '/espace', NARROW],
	['large', '/', WIDE]
] as const;

await command(async () => {
	const site = process.argv[2] ?? 'http://localhost:3000';
	await sharp(Buffer.from(MONOCHROME))
		.resize(512, 512)
		.png({ palette: true, compressionLevel: 9 })
		.toFile(join(root, 'static/monochrome-512.png'));
	mkdirSync(join(root, 'static/ecrans'), { recursive: true });
	const { chromium } = await import('@playwright/test');
	const browser = await chromium.launch({
		executablePath: await ensureBrowser(),
		args: ['--no-sandbox']
	});
	for (const locale of locales) await takeScreens(browser, site, locale);
	await browser.close();
});

async function takeScreens(browser: Browser, site: string, locale: string): Promise<void> {
	const prefix = locale === baseLocale ? '' : `/${locale}`;
	const context = await browser.newContext({ colorScheme: 'light', viewport: NARROW });
	const page = await context.newPage();
	await page.goto(`${site}${prefix}/connexion`);
	await page.fill('[name=numero]', '006032500012306A01');
	await page.fill('[name=motdepasse]', 'demo-logement-2026');
	await page.locator('main form button').first().click();
	await page.waitForURL(/\/espace$/);
	for (const [name, path, viewport] of SCREENS) {
		await page.setViewportSize(viewport);
		await page.goto(`${site}${prefix}${path}`, { waitUntil: 'networkidle' });
		const picture = await page.screenshot();
		await sharp(picture)
			.webp({ quality: 70, effort: 6 })
			.toFile(join(root, `static/ecrans/${locale}-${name}.webp`));
	}
	await context.close();
}
