import { expect, test, type Page } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { today } from '../../src/lib/server/clock.ts';
import { application } from '../../src/lib/server/db/schema/applications.ts';
import { as, newApplicant, TESTING } from '../support/booking.ts';
import { invite, secretOf } from '../support/helpers.ts';
import { signedIn } from '../support/papers/screen.ts';
import { guideKept, sendOffline } from '../support/phone.ts';
import { AMINA, HEAD, signInApplicant, signInStaff } from '../support/sign-in.ts';

/*
 * Going offline in the middle of every form that somebody uses on a phone: what is typed stays, a calm sentence says so,
 * nothing leaves and nothing is shown as done. Messages and corrections wait instead: phone-forms.spec.ts. Forms that
 * are then sent, and have one result: phone-sends-once.spec.ts, phone-takes-back.spec.ts. Which form is shown where:
 * tests/forms-offline.test.ts.
 */

interface Form {
	/** As in "somebody in the middle of …". */
	name: string;
	/** Signs in where that is needed, and opens the page. */
	open(page: Page): Promise<unknown>;
	/** What is typed, by field. */
	typed?: Record<string, string>;
	/** Fields that are ticked. */
	ticked?: string[];
	send: string;
}

const signedInAt = (path: string) => async (page: Page) => {
	await signedIn(page);
	await page.goto(path);
};
const anybody = (path: string) => (page: Page) => page.goto(path);

const FORMS: Form[] = [
	{
		name: 'signing in',
		open: anybody('/connexion'),
		typed: { numero: '006012600000001T07', motdepasse: 'trois citrons bleus' },
		send: 'Se connecter'
	},
	{
		name: 'the first sign-in with a code',
		open: anybody('/activation'),
		typed: { numero: '006012600000001T07', code: '4827 1593 7046 2815' },
		send: 'Vérifier le code'
	},
	{
		name: 'choosing a time',
		async open(page) {
			await signedIn(page);
			await page.goto('/rendez-vous?guichet=opio');
			await page.getByRole('link', { name: 'Savoir où en est ma demande' }).click();
		},
		send: 'Choisir cette heure'
	},
	{
		name: 'saying whom no time suits',
		open: signedInAt('/rendez-vous/demander?motif=suivi&guichet=biot'),
		typed: { note: 'Je travaille le soir' },
		ticked: ['Mercredi matin'],
		send: 'Envoyer ma demande au guichet'
	},
	{
		name: 'saying whom no time suits, without a request',
		open: anybody('/rendez-vous/demander?motif=enregistrement&guichet=biot'),
		typed: { nom: 'Canarini', prenom: 'Zélie', telephone: '06 00 12 34 56' },
		ticked: ['Mercredi matin'],
		send: 'Envoyer ma demande au guichet'
	},
	{
		name: 'declaring a change',
		open: signedInAt('/espace/demande/changer/contact'),
		typed: { telephone: '06 00 12 34 56' },
		send: 'Envoyer au guichet'
	},
	{
		name: 'renewing',
		async open(page) {
			const who = await signedIn(page);
			const validUntil = today().add({ days: 20 });
			await as(TESTING, (tx) =>
				tx.update(application).set({ validUntil }).where(eq(application.id, who.applicationId))
			);
			await page.goto('/espace/renouvellement');
		},
		send: 'Continuer'
	},
	{
		name: 'naming somebody who helps',
		open: signedInAt('/espace/accompagnants/nommer'),
		typed: { nom: 'Nadia Cyprès', contact: 'nadia@exemple.test' },
		ticked: ['Une association', 'Voir où en est ma demande'],
		send: 'Envoyer l’invitation'
	},
	{
		name: 'accepting to help somebody',
		async open(page) {
			const { mandateId } = await invite(await newApplicant());
			await page.goto(`/accompagnement/invitation/${await secretOf(mandateId)}`);
		},
		typed: { famille: 'Exemple', nom: 'Nadia Cyprès', motdepasse: 'quatre figues mûres' },
		send: 'J’accepte'
	},
	{
		name: 'asking for another password',
		open: anybody('/accompagnement/mot-de-passe'),
		typed: { contact: 'nadia@exemple.test' },
		send: 'Recevoir un lien'
	},
	{
		name: 'giving the password again',
		open: signedInAt('/espace/confirmer?suite=/espace/renouvellement'),
		typed: { motdepasse: 'trois citrons bleus' },
		send: 'Continuer'
	},
	{
		name: 'beginning a paper',
		open: signedInAt('/espace/pieces'),
		send: 'Envoyer ce papier'
	},
	{
		name: 'saying whether a chapter was useful',
		open: anybody('/guide/cotation'),
		send: 'Oui'
	},
	{
		name: 'signing out',
		open: signedInAt('/deconnexion'),
		send: 'Se déconnecter'
	}
];

for (const { name, open, typed = {}, ticked = [], send } of FORMS) {
	test(`in the middle of ${name} the network goes, and nothing is lost or done`, async ({
		page
	}) => {
		await open(page);
		const main = page.getByRole('main');
		for (const [field, text] of Object.entries(typed)) {
			await main.locator(`[name="${field}"]`).fill(text);
		}
		for (const label of ticked) await main.getByLabel(label).first().check();
		await sendOffline(page, send);
		for (const [field, text] of Object.entries(typed)) {
			await expect(main.locator(`[name="${field}"]`), field).toHaveValue(text);
		}
		for (const label of ticked) await expect(main.getByLabel(label).first()).toBeChecked();
	});
}

/** What the browser says of each form of the page that is sent without a network: whether it was stopped. */
async function stoppedForms(page: Page): Promise<boolean[]> {
	await page.context().setOffline(true);
	await expect.poll(() => page.evaluate(() => navigator.onLine)).toBe(false);
	const stopped = await page.evaluate(() =>
		[...document.forms]
			.filter(({ method }) => method === 'post')
			.map((form) => {
				let isStopped = false;
				// After every script of the page has had its say.
				const look = (event: Event) => (isStopped = event.defaultPrevented);
				addEventListener('submit', look);
				form.noValidate = true;
				form.requestSubmit();
				removeEventListener('submit', look);
				return isStopped;
			})
	);
	await page.context().setOffline(false);
	return stopped;
}

test('no form of any page leaves without a network, the staff’s no more than others', async ({
	page,
	browser,
	baseURL
}) => {
	const desk = await browser.newContext({ baseURL: baseURL!, isMobile: true });
	await signInStaff(desk, HEAD);
	const agent = await desk.newPage();
	await signInApplicant(page.context(), AMINA);
	const pages: [Page, string][] = [
		[page, '/espace/compte'],
		[page, '/espace/pieces'],
		[page, '/rendez-vous/confirmer'],
		[agent, '/agent'],
		[agent, '/agent/sans-rendez-vous'],
		[agent, '/agent/guichets/antibes'],
		[agent, '/agent/guichets/antibes/avis'],
		[agent, '/agent/reglages'],
		[agent, '/agent/pieces/motifs']
	];
	for (const [where, path] of pages) {
		await where.goto(path);
		const stopped = await stoppedForms(where);
		expect(stopped.length, path).toBeGreaterThan(0);
		expect(stopped, path).not.toContain(false);
	}
	await desk.close();
});

test('booking, moving and cancelling wait for the network, and go on when it is back', async ({
	page,
	context
}) => {
	await signedIn(page);
	await page.goto('/rendez-vous?guichet=roquefort-les-pins');
	await page.getByRole('link', { name: 'Savoir où en est ma demande' }).click();
	await page.getByRole('button', { name: 'Choisir cette heure' }).click();
	const title = page.getByRole('heading', { level: 1 });
	await expect(title).toHaveText('Vérifiez, puis réservez');
	const again = async (send: string) => {
		await sendOffline(page, send);
		await context.setOffline(false);
		await expect(page.locator('[data-phone="form"]')).toBeHidden();
		await page.getByRole('main').getByRole('button', { name: send }).first().click();
	};
	await again('Réserver ce rendez-vous');
	await expect(title).toHaveText('Votre rendez-vous est réservé');
	const booked = page.url();
	await page.getByRole('link', { name: 'Déplacer' }).click();
	await page
		.getByRole('group', { name: /^Matin/ })
		.first()
		.getByRole('link')
		.nth(2)
		.click();
	await again('Déplacer mon rendez-vous');
	await expect(title).toHaveText('Votre rendez-vous est réservé');
	expect(page.url()).not.toBe(booked);
	await page.getByRole('link', { name: 'Annuler' }).click();
	await page.getByLabel('Pourquoi l’annulez-vous').fill('Je travaille');
	await again('Annuler ce rendez-vous');
	await expect(title).toHaveText('Ce rendez-vous est annulé');
});

test('a visitor who books keeps what they typed when the network goes', async ({ page }) => {
	await page.goto('/rendez-vous?guichet=consegudes');
	await page.getByRole('link', { name: 'Faire une première demande' }).click();
	await page.getByRole('button', { name: 'Choisir cette heure' }).click();
	const name = page.getByLabel('Nom', { exact: true });
	await name.fill('Canarini');
	await page.getByLabel('Téléphone').fill('06 00 12 34 56');
	await sendOffline(page, 'Recevoir le code');
	await expect(name).toHaveValue('Canarini');
	await expect(page.getByLabel('Téléphone')).toHaveValue('06 00 12 34 56');
});

test('a network that only looks as if it were there costs no word either', async ({
	page,
	context
}) => {
	await page.addInitScript(() => {
		Object.defineProperty(Navigator.prototype, 'onLine', { get: () => true });
	});
	await signedIn(page);
	await page.goto('/espace/accompagnants/nommer');
	await guideKept(page);
	const script = page.waitForResponse(/forms\.[\w-]+\.js$/);
	await page.locator('main [name=nom]').focus();
	await script;
	await page.waitForLoadState('networkidle');
	await page.locator('main [name=nom]').fill('Nadia Cyprès');
	await page.locator('main [name=contact]').fill('nadia@exemple.test');
	await page.getByLabel('Une association').check();
	await page.getByLabel('Voir où en est ma demande').first().check();
	await context.setOffline(true);
	await page.getByRole('button', { name: 'Envoyer l’invitation' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vous êtes hors ligne');
	await context.setOffline(false);
	await page.goto('/espace/accompagnants/nommer');
	await expect(page.locator('main [name=nom]')).toHaveValue('Nadia Cyprès');
	await expect(page.getByLabel('Une association')).toBeChecked();
});
