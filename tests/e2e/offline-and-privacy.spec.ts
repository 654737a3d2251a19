import { expect, test, type Page } from '@playwright/test';
import { AMINA, signInApplicant } from '../support/sign-in.ts';

async function workerReady(page: Page): Promise<void> {
	await page.evaluate(async () => {
		await navigator.serviceWorker.ready;
	});
}

/** Everything the browser keeps for this site, as text: names of caches, addresses and bodies. */
async function everythingStored(page: Page): Promise<string> {
	return page.evaluate(async () => {
		const parts: string[] = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
		for (const name of await caches.keys()) {
			const cache = await caches.open(name);
			for (const request of await cache.keys()) {
				const answer = await cache.match(request);
				parts.push(name, request.url, (await answer?.text()) ?? '');
			}
		}
		for (const { name } of await indexedDB.databases()) parts.push(name ?? '');
		return parts.join('\n');
	});
}

test('a person whose connection is cut reads the offline page in their language', async ({
	page,
	context
}) => {
	await page.goto('/');
	await workerReady(page);
	await context.setOffline(true);
	await page.goto('/guichets');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
	await page.goto('/ar/guichets');
	await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
});

test('nothing personal stays in the browser after a tour of the applicant’s space', async ({
	page,
	context
}) => {
	await page.goto('/');
	await workerReady(page);
	await signInApplicant(context, AMINA);
	for (const path of ['/espace', '/espace/demande', '/espace/pieces', '/espace/rendez-vous']) {
		await page.goto(path);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	}
	const stored = await everythingStored(page);
	expect(stored.length).toBeGreaterThan(100);
	for (const canary of [
		AMINA,
		'Haddad',
		'Amina',
		'0639980123',
		'impasse du Modèle',
		'/espace/demande'
	]) {
		expect(stored).not.toContain(canary);
	}
});

test('offline, a personal page shows the offline page and not an old copy', async ({
	page,
	context
}) => {
	await page.goto('/');
	await workerReady(page);
	await signInApplicant(context, AMINA);
	await page.goto('/espace');
	await context.setOffline(true);
	await page.goto('/espace');
	await expect(page.locator('body')).not.toContainText('Amina');
});

test('the site asks nothing of anybody else', async ({ page }) => {
	const elsewhere: string[] = [];
	page.on('request', (request) => {
		const { origin, protocol } = new URL(request.url());
		if (
			protocol.startsWith('http') &&
			origin !== new URL(page.url()).origin &&
			page.url() !== 'about:blank'
		)
			elsewhere.push(request.url());
	});
	await page.goto('/');
	await page.goto('/guichets');
	await page.waitForLoadState('networkidle');
	expect(elsewhere).toEqual([]);
});
