import { expect, test } from '@playwright/test';
import { guideKept } from '../support/phone.ts';

/** Bytes over the wire that the phone fetches on its own, in one language (issue 7). */
const PRECACHE_MOST = 1_500_000;

const KINDS: Record<string, string> = {
	chapter: '/guide/cotation',
	'plain version of a chapter': '/guide/cotation/simple',
	'words explained': '/guide/mots',
	questions: '/guide/questions',
	'list of papers': '/pieces',
	counters: '/guichets',
	'counter nobody opened before': '/guichets/valbonne',
	'page about the phone': '/installer'
};

for (const [language, direction] of [
	['', 'ltr'],
	['/ar', 'rtl']
]) {
	test(`after one visit every kind of page is read without a network: ${language || 'French'}`, async ({
		page,
		context
	}) => {
		await page.goto(`${language}/`);
		await guideKept(page);
		await context.setOffline(true);
		for (const [kind, path] of Object.entries(KINDS)) {
			await page.goto(`${language}${path}`);
			await expect(page.locator('html'), kind).toHaveAttribute('dir', direction!);
			await expect(page.locator('html'), kind).toHaveAttribute('data-kept', /GMT/);
			await expect(page.getByRole('heading', { level: 1 }), kind).toBeVisible();
			await expect(page.locator('[data-phone="offline"]'), kind).toBeVisible();
		}
		await page.goto(`${language}/espace`);
		await expect(page.locator('html')).toHaveAttribute('dir', direction!);
		await expect(page).toHaveURL(/\/espace$/);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	});
}

test('somebody without a network finds a word in the guide, accents and typing mistakes forgiven', async ({
	page,
	context
}) => {
	await page.goto('/guide');
	await guideKept(page);
	await context.setOffline(true);
	for (const typed of ['cotation', 'comision', 'RÉSILIATION bail', 'numero unique']) {
		await page.goto(`/recherche?q=${encodeURIComponent(typed)}`);
		const results = page.locator('[data-offline-search] li');
		await expect(results.first(), typed).toBeVisible();
	}
	await page.goto('/recherche?q=cotation');
	await page.locator('[data-offline-search] li a').first().click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText(/cotation/i);
	await page.goto('/recherche?q=zzzzxq');
	await expect(page.locator('[data-offline-search] [data-none]')).toBeVisible();
});

test('an Arabic reader without a network finds a word in Arabic', async ({ page, context }) => {
	await page.goto('/ar/guide');
	await guideKept(page);
	await context.setOffline(true);
	await page.goto(`/ar/recherche?q=${encodeURIComponent('السكن')}`);
	const results = page.locator('[data-offline-search] li');
	await expect(results.first()).toBeVisible();
	await expect(results.first()).toContainText(/[\u0600-\u06ff]/);
	await results.first().getByRole('link').click();
	await expect(page).toHaveURL(/\/ar\//);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('what the phone fetches on its own is little, is public, and is not fetched by one that saves data', async ({
	page,
	request,
	baseURL
}) => {
	for (const prefix of ['', '/en', '/ar']) {
		const { pages, files } = await (await request.get(`${prefix}/hors-ligne/pages.json`)).json();
		expect(pages.length).toBeGreaterThan(40);
		let bytes = 0;
		for (const path of [...pages, ...files]) {
			const answer = await fetch(`${baseURL}${path}`, {
				headers: { 'accept-encoding': 'br' },
				method: 'HEAD'
			});
			expect(answer.status, path).toBe(200);
			expect(answer.headers.get('cache-control') ?? '', path).not.toContain('no-store');
			const length = Number(answer.headers.get('content-length'));
			bytes += length || (await (await request.get(path)).body()).length;
		}
		if (process.env['SHOW_COST']) console.log(prefix, pages.length, bytes);
		expect(bytes).toBeLessThanOrEqual(PRECACHE_MOST);
	}
	await page.addInitScript(() => {
		Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
	});
	await page.goto('/');
	await page.waitForLoadState('networkidle');
	await page.evaluate(() => navigator.serviceWorker.ready);
	await page.goto('/guide');
	await page.waitForLoadState('networkidle');
	expect(await page.evaluate(() => caches.keys())).not.toContain('guide-base');
});
