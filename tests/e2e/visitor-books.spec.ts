import { randomInt } from 'node:crypto';
import { expect, test, type Page } from '@playwright/test';
import { tabTo } from '../support/keyboard.ts';
import { ownCounter } from '../support/own-counter.ts';

type Sent = { kind: string; recipient: string; body: string; locale: string };

/** Fictional, and new at each run: three codes an hour go to one telephone. */
const aTelephone = () =>
	`06 00 ${String(randomInt(1e6))
		.padStart(6, '0')
		.replace(/\d{2}(?=\d)/g, '$& ')}`;
const international = (typed: string) => `+33${typed.replaceAll(' ', '').slice(1)}`;

async function lastCode(page: Page, recipient: string): Promise<string> {
	const answer = await page.request.get('/demo/messages?format=json');
	const messages = (await answer.json()) as Sent[];
	const found = messages.find(
		(each) => each.kind === 'visitor-code' && each.recipient === recipient
	);
	return /\d{6}/.exec(found?.body ?? '')?.[0] ?? '';
}

/** Every address the browser goes to, so that nothing of the person is ever in one. */
function addresses(page: Page): string[] {
	const seen: string[] = [];
	page.on('request', (request) => seen.push(decodeURIComponent(request.url())));
	return seen;
}

test('a visitor books a first request, moves it and cancels it, without JavaScript @nojs', async ({
	page
}) => {
	test.slow();
	const seen = addresses(page);
	const phone = aTelephone();
	await page.goto(`/rendez-vous?guichet=${ownCounter(['villeneuve-loubet', 'la-colle-sur-loup'])}`);
	await page.getByRole('link', { name: 'Faire une première demande' }).click();
	await expect(page.getByText('Aucun compte n’est demandé')).toBeVisible();
	await page.getByRole('button', { name: 'Choisir cette heure' }).click();
	const title = page.getByRole('heading', { level: 1 });
	await expect(title).toHaveText('Qui vient au rendez-vous ?');
	await expect(page.getByText('Cette heure est gardée pour vous jusqu’à')).toBeVisible();

	// Nothing typed is lost when something is missing.
	await page.getByLabel('Nom', { exact: true }).fill('Canarini');
	await page.getByLabel('Téléphone').fill('06 12');
	await page.getByRole('button', { name: 'Recevoir le code' }).click();
	await expect(page.getByRole('alert')).toContainText('Écrivez le prénom');
	await expect(page.getByRole('alert')).toContainText('pas un numéro français');
	await expect(page.getByLabel('Nom', { exact: true })).toHaveValue('Canarini');
	await expect(page.getByLabel('Téléphone')).toHaveValue('06 12');

	await page.getByLabel('Prénom').fill('Zélie');
	await page.getByLabel('Date de naissance').fill('1991-02-03');
	await page.getByLabel('Téléphone').fill(phone);
	await page.getByText('Je réserve pour quelqu’un d’autre').click();
	await page.getByLabel('Vous êtes').selectOption({ label: 'Un travailleur social' });
	await page.getByLabel('Votre nom, et celui').fill('Sami, CCAS');
	await page.getByRole('button', { name: 'Recevoir le code' }).click();
	await expect(title).toHaveText('Tapez le code reçu');

	const code = await lastCode(page, international(phone));
	await page.getByLabel('Code à 6').fill(String((Number(code) + 1) % 1e6).padStart(6, '0'));
	await page.getByRole('button', { name: 'Réserver ce rendez-vous' }).click();
	await expect(page.getByRole('alert')).toContainText('Ce code n’est pas le bon');
	await page.getByLabel('Code à 6').fill(code);
	await page.getByRole('button', { name: 'Réserver ce rendez-vous' }).click();
	await expect(title).toHaveText('Votre rendez-vous est réservé');
	await expect(page.getByText('Réservé par Sami, CCAS (Un travailleur social)')).toBeVisible();
	const ticket = page.url();
	expect(ticket).toMatch(/\/rendez-vous\/[\w-]{32}$/);
	expect(await (await page.request.get(`${ticket}.ics`)).text()).toContain('SEQUENCE:0');

	await page.getByRole('link', { name: 'Déplacer' }).click();
	await page
		.getByRole('group', { name: /^Matin/ })
		.first()
		.getByRole('link')
		.nth(1)
		.click();
	await page.getByRole('button', { name: 'Déplacer mon rendez-vous' }).click();
	await expect(title).toHaveText('Votre rendez-vous est réservé');
	expect(page.url()).not.toBe(ticket);

	// A second booking for the same telephone shows the first, with "Déplacer".
	await page.goto(
		`/rendez-vous?motif=enregistrement&guichet=${ownCounter(['villeneuve-loubet', 'la-colle-sur-loup'])}`
	);
	await page.getByRole('button', { name: 'Choisir cette heure' }).click();
	await expect(page.getByLabel('Nom', { exact: true })).toHaveValue('');
	await page.getByLabel('Nom', { exact: true }).fill('Canarini');
	await page.getByLabel('Prénom').fill('Zélie');
	await page.getByLabel('Date de naissance').fill('1991-02-03');
	await page.getByLabel('Téléphone').fill(phone);
	await page.getByRole('button', { name: 'Recevoir le code' }).click();
	await page.getByLabel('Code à 6').fill(await lastCode(page, international(phone)));
	await page.getByRole('button', { name: 'Réserver ce rendez-vous' }).click();
	await expect(page.getByText('Vous avez déjà un rendez-vous pour ce motif')).toBeVisible();
	await expect(page.getByRole('link', { name: 'Déplacer' })).toBeVisible();

	await page.getByRole('link', { name: 'Annuler' }).click();
	await page.getByRole('button', { name: 'Annuler ce rendez-vous' }).click();
	await expect(title).toHaveText('Ce rendez-vous est annulé');
	for (const typed of [
		'Canarini',
		'Zélie',
		'1991-02-03',
		phone,
		phone.replaceAll(' ', ''),
		'Sami',
		code
	])
		expect(seen.filter((address) => address.includes(typed))).toEqual([]);
});

test('a visitor books with the keyboard alone, by e-mail', async ({ page }) => {
	const email = `zelie.${randomInt(1e9)}@exemple.test`;
	await page.goto('/rendez-vous?motif=enregistrement&guichet=vallauris');
	await tabTo(page, /^Choisir cette heure$/);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Qui vient au rendez-vous ?');
	await tabTo(page, /^Nom/);
	await page.keyboard.type('Exemple');
	await tabTo(page, /^Prénom/);
	await page.keyboard.type('Lina');
	await tabTo(page, /^Date de naissance/);
	// A date field asks for its parts in the order of the language: day, month, year.
	await page.keyboard.type('03021991');
	await tabTo(page, /^Adresse e-mail/);
	await page.keyboard.type(email);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tapez le code reçu');
	await tabTo(page, /^Code à 6/);
	await page.keyboard.type(await lastCode(page, email));
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Votre rendez-vous est réservé');
});

test('a visitor books in Arabic, and is written to in Arabic', async ({ page }) => {
	const phone = aTelephone();
	await page.goto('/ar/rendez-vous?motif=enregistrement&guichet=le-bar-sur-loup');
	await page
		.getByRole('button', { name: 'اختيار هذا الوقت' })
		.or(page.locator('button[name=creneau]'))
		.first()
		.click();
	await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
	await page.getByLabel('اسم العائلة').fill('مثال');
	await page.locator('#f-prenom').fill('لينا');
	await page.getByLabel('تاريخ الميلاد').fill('1991-02-03');
	await page.getByLabel('الهاتف').fill(phone);
	await page.getByRole('button', { name: 'استلام الرمز' }).click();
	// The figures of an Arabic keyboard are figures.
	const code = await lastCode(page, international(phone));
	await page
		.locator('#f-code')
		.fill([...code].map((digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)]).join(''));
	await page.locator('form[action*="code"] button').first().click();
	await expect(page).toHaveURL(/\/ar\/rendez-vous\/[\w-]{32}$/);
	const messages = (await (await page.request.get('/demo/messages?format=json')).json()) as Sent[];
	const mine = messages.filter((each) => each.recipient === international(phone));
	expect(mine.map(({ kind, locale }) => [kind, locale])).toEqual([
		['appointment-booked', 'ar'],
		['visitor-code', 'ar']
	]);
});

test('a browser that chose nothing is led to the list, and looking keeps no time', async ({
	page
}) => {
	await page.goto(
		'/rendez-vous/confirmer?motif=enregistrement&guichet=biot&creneau=2099-01-05T09:00:00%2B01:00'
	);
	expect(new URL(page.url()).pathname).toBe('/rendez-vous');
	expect((await page.context().cookies()).map(({ name }) => name)).not.toContain('__Host-choix');
});
