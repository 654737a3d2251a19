import { expect, test } from '@playwright/test';
import { everythingStored, guideKept, workerReady } from '../support/phone.ts';
import { signedIn } from '../support/papers/screen.ts';
import { AMINA, signInApplicant } from '../support/sign-in.ts';

test('a person whose connection is cut is told so in their language', async ({ page, context }) => {
	await page.goto('/');
	await workerReady(page);
	await page.goto('/ar');
	await guideKept(page);
	await context.setOffline(true);
	await page.goto('/connexion');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
	await page.goto('/ar/connexion');
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

test('signing out tells the browser itself to keep nothing of this site', async ({
	page,
	baseURL
}) => {
	await signedIn(page);
	const answer = await page.request.post('/deconnexion', {
		headers: { origin: baseURL!, accept: 'text/html' },
		form: { sortir: 'oui' },
		maxRedirects: 0
	});
	expect(answer.status()).toBe(303);
	expect(answer.headers()['clear-site-data']).toBe('"cache", "storage"');
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
