import { expect, test, type Browser, type Page } from '@playwright/test';
import ical from 'ical.js';
import { TOTP } from 'otpauth';
import { importFictionalRequest } from '../support/import-request.ts';
import { aPicture } from '../support/picture.ts';
import { AGENT_ANTIBES, DEMO_PASSWORD, signInStaff, TOTP_SECRET } from '../support/sign-in.ts';

/**
 * The whole way, as Amina and the agent walk it: from a file of SNE to a kept appointment that the applicant sees.
 * Once with JavaScript, once without (tag @nojs: playwright.config.ts).
 */
const PASSWORD = 'trois citrons sur la table';

async function activate(page: Page, number: string, code: string): Promise<void> {
	await page.goto('/');
	await page.getByRole('link', { name: 'Suivre ma demande' }).first().click();
	await expect(page).toHaveURL(/\/connexion/);
	await page.getByRole('main').getByRole('link', { name: /code/i }).first().click();
	await page.getByLabel('Numéro unique').fill(number);
	await page.locator('[name=code]').fill(code);
	await page.getByRole('main').getByRole('button').first().click();
	await page.locator('[name=motdepasse]').fill(PASSWORD);
	await page.locator('[name=repetition]').fill(PASSWORD);
	await page.getByRole('main').getByRole('button').first().click();
	await expect(page).toHaveURL(/\/espace$/);
}

async function bookFirstTime(page: Page): Promise<void> {
	await page.goto('/rendez-vous?motif=premier-accueil&guichet=antibes');
	await page.getByRole('button', { name: 'Choisir cette heure' }).click();
	await expect(page.getByText('pas encore réservé')).toBeVisible();
	await page.getByRole('button', { name: 'Réserver ce rendez-vous' }).click();
	await expect(page.getByRole('heading', { name: /réservé/ }).first()).toBeVisible();
}

async function calendarFile(page: Page): Promise<ical.Event> {
	const href = await page.locator('a[href$=".ics"]').first().getAttribute('href');
	const answer = await page.request.get(href ?? '');
	expect(answer.headers()['content-type']).toContain('text/calendar');
	const calendar = new ical.Component(ical.parse(await answer.text()) as unknown[]);
	return new ical.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
}

async function sendPaper(page: Page): Promise<void> {
	await page.goto('/espace/pieces');
	const form = page.locator('form[action*="envoyer"]').first();
	await form.locator('input[type=file]').last().setInputFiles({
		name: 'carte-identite.png',
		mimeType: 'image/png',
		buffer: aPicture()
	});
	await form.getByRole('button', { name: /Envoyer/ }).click();
	await expect(page.getByRole('heading', { name: 'Votre papier est reçu' })).toBeVisible();
}

/** The agent signs in with password and code, opens the day, finds the person and says "received". */
async function receive(browser: Browser, javaScriptEnabled: boolean, name: RegExp): Promise<void> {
	const context = await browser.newContext({
		javaScriptEnabled,
		viewport: { width: 360, height: 740 }
	});
	const page = await context.newPage();
	await page.goto('/agent/connexion');
	await page.locator('[name=email]').fill(AGENT_ANTIBES);
	await page.locator('[name=motdepasse]').fill(DEMO_PASSWORD);
	await page.locator('[name=totp]').fill(new TOTP({ secret: TOTP_SECRET }).generate());
	await page.getByRole('main').getByRole('button').first().click();
	// A code is good once: when the other project's agent just used it, this one comes in by the fixture.
	if (!/\/agent$/.test(page.url())) await signInStaff(context, AGENT_ANTIBES);
	await page.goto('/agent');
	const line = page.getByRole('listitem').filter({ hasText: name }).last();
	await line.getByRole('button', { name: 'Reçu' }).click();
	await expect(page.getByRole('listitem').filter({ hasText: name }).last()).toContainText(
		'Annuler'
	);
	await page.getByRole('link', { name }).last().click();
	await expect(
		page
			.getByText('carte-identite.png')
			.or(page.getByText(/Carte nationale|Pièce d’identité/))
			.first()
	).toBeVisible();
	await page.locator('a[href*="/agent/pieces/"]').first().click();
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await context.close();
}

test('an applicant goes from the file of SNE to a kept appointment @nojs', async ({
	page,
	browser
}, info) => {
	const javaScriptEnabled = info.project.name !== 'mobile-nojs';
	const { number, code } = importFictionalRequest();

	await activate(page, number, code);
	await expect(page.getByTestId('state')).toContainText('enregistrée');

	await bookFirstTime(page);
	const event = await calendarFile(page);
	expect(event.uid).toBeTruthy();
	expect(event.startDate.compare(event.endDate)).toBeLessThan(0);

	await sendPaper(page);

	await receive(browser, javaScriptEnabled, /ferraro/i);

	await page.goto('/espace');
	await expect(page.getByText('Entretien au guichet').first()).toBeVisible();
	await expect(page.getByText(/Antibes/).first()).toBeVisible();
});
