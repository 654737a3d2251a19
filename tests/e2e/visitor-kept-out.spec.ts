import { expect, test } from '@playwright/test';
import {
	AGENT_ANTIBES,
	AMINA,
	DEMO_PASSWORD,
	signInApplicant,
	signInStaff
} from '../support/sign-in.ts';

const APPLICANT_PAGES = [
	'/espace',
	'/espace/pieces',
	'/espace/rendez-vous',
	'/espace/demande',
	'/espace/compte'
];
const STAFF_PAGES = [
	'/agent',
	'/agent/agenda',
	'/agent/demandes',
	'/agent/pieces',
	'/agent/guichets',
	'/agent/guichets/antibes',
	'/agent/souhaits',
	'/agent/liste-attente',
	'/agent/delais',
	'/agent/sans-rendez-vous',
	'/agent/procedures',
	'/agent/journal'
];

test.describe('a visitor', () => {
	for (const path of APPLICANT_PAGES) {
		test(`is led from ${path} to the sign-in page`, async ({ page }) => {
			await page.goto(path);
			await expect(page).toHaveURL(`/connexion?suite=${encodeURIComponent(path)}`);
		});
	}

	for (const path of STAFF_PAGES) {
		test(`is led from ${path} to the agents' sign-in page`, async ({ page }) => {
			await page.goto(path);
			await expect(page).toHaveURL(`/agent/connexion?suite=${encodeURIComponent(path)}`);
		});
	}

	test('learns nothing from the data of a page either', async ({ request }) => {
		const answer = await request.get('/espace/__data.json', { maxRedirects: 0 });
		expect(await answer.text()).not.toContain('uniqueNumber');
	});
});

test('an applicant does not enter the back office', async ({ page, context }) => {
	await signInApplicant(context, AMINA);
	for (const path of STAFF_PAGES) {
		await page.goto(path);
		await expect(page).toHaveURL(/\/agent\/connexion/);
	}
});

test('an agent does not enter an applicant’s space', async ({ page, context }) => {
	await signInStaff(context, AGENT_ANTIBES);
	for (const path of APPLICANT_PAGES) {
		await page.goto(path);
		await expect(page).toHaveURL(/\/connexion/);
	}
});

test('personal pages are stored nowhere', async ({ context, page }) => {
	await signInApplicant(context, AMINA);
	for (const path of APPLICANT_PAGES) {
		const answer = await page.goto(path);
		expect(answer?.status(), path).toBe(200);
		expect(answer?.headers()['cache-control'], path).toContain('no-store');
	}
});

test('every answer carries the security headers, errors and redirects too', async ({ request }) => {
	for (const path of ['/', '/connexion', '/nulle-part', '/espace', '/agent']) {
		const headers = (await request.get(path, { maxRedirects: 0 })).headers();
		expect(headers['x-content-type-options'], path).toBe('nosniff');
		expect(headers['referrer-policy'], path).toBe('same-origin');
		expect(headers['cross-origin-opener-policy'], path).toBe('same-origin');
	}
	const policy = (await request.get('/')).headers()['content-security-policy'];
	expect(policy).toContain("object-src 'none'");
	expect(policy).toContain("frame-ancestors 'none'");
	expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
});

test('a program that sends a form without saying what it accepts gets the page and its status', async ({
	request
}) => {
	const { origin } = new URL(process.env['E2E_BASE_URL'] ?? '');
	const answer = await request.post('/connexion', {
		headers: { origin, accept: '*/*' },
		form: { numero: '', motdepasse: '' }
	});
	expect(answer.status()).toBe(400);
	expect(answer.headers()['content-type']).toContain('text/html');
});

test('a form sent from another site is refused, and nothing comes of it', async ({ request }) => {
	const answer = await request.post('/connexion', {
		headers: { origin: 'https://ailleurs.test' },
		form: { numero: AMINA, motdepasse: DEMO_PASSWORD },
		maxRedirects: 0
	});
	expect(answer.status()).toBe(403);
	expect(answer.headers()['set-cookie'] ?? '').not.toContain('__Host-session');
});

test('pages leave compressed, and say so', async ({ page }) => {
	const answer = await page.goto('/');
	const headers = (await answer?.allHeaders()) ?? {};
	expect(headers['content-encoding']).toMatch(/^(br|gzip)$/);
	expect(headers['vary']).toContain('accept-encoding');
	expect(Number(headers['content-length'])).toBeLessThan(14_000);
});
