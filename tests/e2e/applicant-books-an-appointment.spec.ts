import { expect, test, type Page } from '@playwright/test';
import { eq } from 'drizzle-orm';
import type { Applicant } from '../../src/lib/domain/accounts/actor.ts';
import { startSession } from '../../src/lib/server/accounts/lucia.ts';
import { closeDatabase } from '../../src/lib/server/db/client.ts';
import { message } from '../../src/lib/server/db/schema/notifications.ts';
import { as, newApplicant, TESTING } from '../support/booking.ts';
import { tabTo } from '../support/keyboard.ts';
import { ownCounter } from '../support/own-counter.ts';
import { giveCookie } from '../support/sign-in.ts';

test.afterAll(() => closeDatabase());

/** A new applicant, signed in in this browser. */
async function signIn(
	page: Page,
	contact?: Parameters<typeof newApplicant>[0]
): Promise<Applicant> {
	const who = await newApplicant(contact);
	const secret = await as(TESTING, (tx) => startSession(tx, `applicant:${who.accountId}`, null));
	await giveCookie(page.context(), secret);
	return who;
}

test('an applicant books the first free time, moves it, then cancels it, without JavaScript @nojs', async ({
	page
}) => {
	await signIn(page);
	await page.goto(`/rendez-vous?guichet=${ownCounter(['le-rouret', 'tourrettes-sur-loup'])}`);
	await page.getByRole('link', { name: 'Savoir où en est ma demande' }).click();
	await page.getByRole('button', { name: 'Choisir cette heure' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vérifiez, puis réservez');
	await expect(page.getByText('Votre rendez-vous n’est pas encore réservé.')).toBeVisible();
	await page.getByRole('button', { name: 'Réserver ce rendez-vous' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Votre rendez-vous est réservé');
	const ticket = page.url();
	expect(ticket).toMatch(/\/rendez-vous\/[\w-]{32}$/);
	const file = await page.request.get(`${ticket}.ics`);
	expect(file.headers()['content-type']).toContain('text/calendar');
	expect(await file.text()).toContain('SEQUENCE:0');

	await page.getByRole('link', { name: 'Déplacer' }).click();
	await page
		.getByRole('group', { name: /^Matin/ })
		.first()
		.getByRole('link')
		.nth(2)
		.click();
	await page.getByRole('button', { name: 'Déplacer mon rendez-vous' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Votre rendez-vous est réservé');
	const moved = page.url();
	expect(moved).not.toBe(ticket);
	// The link of the first message leads to the new time.
	await page.goto(ticket);
	expect(page.url()).toBe(moved);

	await page.goto('/rendez-vous?motif=suivi');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'Vous avez déjà un rendez-vous pour ce motif'
	);
	await page.goto('/espace/rendez-vous');
	await page.getByRole('link', { name: 'Voir ce rendez-vous' }).click();
	await page.getByRole('link', { name: 'Annuler' }).click();
	await page.getByLabel('Pourquoi l’annulez-vous').fill('Je travaille');
	await page.getByRole('button', { name: 'Annuler ce rendez-vous' }).click();
	await expect(page.getByText('Merci d’avoir prévenu.')).toBeVisible();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ce rendez-vous est annulé');
});

test('an applicant books and moves with the keyboard alone', async ({ page }) => {
	await signIn(page);
	const title = page.getByRole('heading', { level: 1 });
	await page.goto('/rendez-vous?guichet=saint-paul-de-vence');
	await tabTo(page, /^Savoir où en est ma demande/);
	await page.keyboard.press('Enter');
	await expect(title).toHaveText('Choisir une heure');
	await tabTo(page, /^Choisir cette heure$/);
	await page.keyboard.press('Enter');
	await expect(title).toHaveText('Vérifiez, puis réservez');
	await tabTo(page, /^Réserver ce rendez-vous$/);
	await page.keyboard.press('Enter');
	await expect(title).toHaveText('Votre rendez-vous est réservé');
	await tabTo(page, /^Déplacer$/);
	await page.keyboard.press('Enter');
	// Past the first times of the morning: each is one stop of the Tab key.
	await expect(page.getByRole('group', { name: /^Matin/ }).first()).toBeVisible();
	await tabTo(page, /^11\sh/);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('button', { name: 'Déplacer mon rendez-vous' })).toBeVisible();
	await tabTo(page, /^Déplacer mon rendez-vous$/);
	await page.keyboard.press('Enter');
	await expect(title).toHaveText('Votre rendez-vous est réservé');
	await expect(page.locator('time').first()).toContainText(/11\sh/);
});

test('an applicant books, moves and cancels in Arabic, and is written to in Arabic', async ({
	page
}) => {
	const email = `nour.${crypto.randomUUID()}@exemple.test`;
	await signIn(page, { email, locale: 'ar' });
	await page.goto('/ar/rendez-vous?motif=suivi&guichet=chateauneuf');
	await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
	await page.locator('button[name=creneau]').first().click();
	await expect(page).toHaveURL(/\/ar\/rendez-vous\/confirmer/);
	await page.locator('main form').getByRole('button').first().click();
	await expect(page).toHaveURL(/\/ar\/rendez-vous\/[\w-]{32}$/);
	const ticket = page.url();
	await page.goto(`${ticket}/deplacer`);
	await page.getByRole('group').getByRole('link').nth(2).click();
	await page.locator('main form').getByRole('button').first().click();
	await expect(page).toHaveURL((url) => url.href !== ticket && /\/[\w-]{32}$/.test(url.pathname));
	await page.goto(`${page.url()}/annuler`);
	await page.locator('main form').getByRole('button').first().click();
	await expect(page).toHaveURL(/\/ar\/rendez-vous\/[\w-]{32}$/);
	const sent = await as(TESTING, (tx) =>
		tx.select().from(message).where(eq(message.recipient, email)).orderBy(message.id)
	);
	expect(sent.map(({ kind, locale }) => [kind, locale])).toEqual([
		['appointment-booked', 'ar'],
		['appointment-moved', 'ar'],
		['appointment-cancelled', 'ar']
	]);
	expect(sent.map(({ body }) => /[\u0600-\u06FF]/.test(body))).toEqual([true, true, true]);
});

test('a visitor looks at the times, signs in to book, and finds the time they had chosen @nojs', async ({
	page
}) => {
	await page.goto('/rendez-vous?motif=suivi&guichet=valbonne');
	await page.getByRole('button', { name: 'Choisir cette heure' }).click();
	expect(new URL(page.url()).pathname).toBe('/connexion');
	const suite = new URL(page.url()).searchParams.get('suite')!;
	expect(suite).toMatch(/^\/rendez-vous\?motif=suivi&guichet=valbonne&creneau=/);
	await page.goto(suite);
	await expect(page.getByRole('heading', { name: 'L’heure que vous avez choisie' })).toBeVisible();
});

test('an unknown private link is a page that does not exist', async ({ page }) => {
	const wrong = 'x'.repeat(32);
	for (const path of [wrong, `${wrong}/deplacer`, `${wrong}/annuler`, `${wrong}.ics`]) {
		expect((await page.request.get(`/rendez-vous/${path}`)).status()).toBe(404);
	}
});

test('a program reads the free times, and is told what is wrong with its question', async ({
	request
}) => {
	const day = Temporal.Now.plainDateISO('Europe/Paris').add({ days: 10 });
	const ask = (query: string) => request.get(`/api/creneaux?${query}`);
	const until = day.add({ days: 6 }).toString();
	const good = await ask(`motif=suivi&guichet=biot&du=${day.toString()}&au=${until}`);
	const times = (await good.json()) as {
		guichet: string;
		debut: string;
		fin: string;
		places: number;
	}[];
	expect(times.length).toBeGreaterThan(0);
	for (const { guichet, debut, fin, places } of times) {
		expect(guichet).toBe('biot');
		expect(debut).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00\+0[12]:00$/);
		expect(Temporal.Instant.from(debut).until(Temporal.Instant.from(fin)).total('minutes')).toBe(
			30
		);
		expect(places).toBeGreaterThan(0);
	}
	const refused = {
		'motif=suivi&du=2026-11-24': 400,
		'motif=suivi&du=2026-11-24&au=24/11/2026': 400,
		'motif=suivi&du=2026-12-24&au=2026-11-24': 400,
		'motif=suivi&du=2026-11-24&au=2027-11-24': 400,
		'motif=suivi&du=2026-11-24&au=2026-11-25&x=1': 400,
		'motif=inconnu&du=2026-11-24&au=2026-11-25': 404,
		'motif=suivi&guichet=nulle-part&du=2026-11-24&au=2026-11-25': 404
	};
	for (const [query, status] of Object.entries(refused)) {
		const answer = await ask(query);
		expect(answer.status(), query).toBe(status);
		expect(await answer.json()).toHaveProperty('erreur');
	}
});
