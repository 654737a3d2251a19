import { randomUUID } from 'node:crypto';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { and, desc, eq } from 'drizzle-orm';
import { system } from '../../src/lib/domain/accounts/actor.ts';
import { message } from '../../src/lib/server/db/schema/notifications.ts';
import { unitOfWork } from '../../src/lib/server/db/unit-of-work.ts';
import {
	characterFile,
	DEMO_PASSWORD,
	HELPER,
	signInCharacter,
	signInHelper
} from '../support/sign-in.ts';

const TOO_LATE = 'Ceci arrive après la fin.';
const NAME = 'Yann Arbousier, association';

/** The last message of a kind that an address received. */
async function sentTo(recipient: string, kind: string): Promise<string> {
	const [found] = await unitOfWork(system('test'), (tx) =>
		tx
			.select({ body: message.body })
			.from(message)
			.where(and(eq(message.recipient, recipient), eq(message.kind, kind)))
			.orderBy(desc(message.createdAt), desc(message.id))
	);
	return found?.body ?? '';
}

/** The private link in the message that an address received. */
async function linkSentTo(recipient: string): Promise<string> {
	const body = await sentTo(recipient, 'helper-invited');
	const path = /\/accompagnement\/invitation\/[\w-]+/.exec(body)?.[0];
	if (!path) throw new Error(`nothing was sent to ${recipient}`);
	return path;
}

const codeSentTo = async (recipient: string) =>
	/\d{6}/.exec(await sentTo(recipient, 'helper-code'))?.[0] ?? '';

async function nameSomebody(page: Page, contact: string): Promise<void> {
	await page.goto('/espace');
	await page.getByRole('link', { name: 'Mes accompagnants' }).click();
	await page.getByRole('link', { name: 'Nommer un accompagnant' }).click();
	await page.getByRole('textbox', { name: 'Son nom' }).fill(NAME);
	await page.getByLabel('Une association').check();
	await page.getByLabel(/Son adresse e-mail/).fill(contact);
	await page.getByLabel(/Voir où en est ma demande/).check();
	await page.getByLabel(/Lire et écrire au guichet/).check();
	await page.getByRole('button', { name: 'Envoyer l’invitation' }).click();
	await expect(page.getByText('Votre accompagnant est invité')).toBeVisible();
	await expect(page.getByText('Invitation envoyée', { exact: true })).toBeVisible();
}

async function accept(page: Page, contact: string, family: string): Promise<void> {
	await page.goto(await linkSentTo(contact));
	await expect(page.getByRole('main')).not.toContainText(family);
	await page.getByLabel(/nom de famille/).fill('Quelconque');
	await page.getByLabel('Votre nom et votre prénom').fill(NAME);
	await page.getByLabel('Choisissez un mot de passe').fill('quatre figues mûres');
	await page.getByRole('button', { name: 'J’accepte' }).click();
	await expect(page.getByText('ne correspond pas')).toBeVisible();
	await page.getByLabel(/nom de famille/).fill(family);
	await page.getByLabel('Choisissez un mot de passe').fill('quatre figues mûres');
	await page.getByRole('button', { name: 'J’accepte' }).click();
	await expect(page).toHaveURL(/\/accompagnement$/);
}

/** A mandate that is over: the ordinary words of what does not exist, not those of a fault, and nothing arrives. */
async function findsNothing(helper: Page, address: string): Promise<void> {
	const answer = await helper.goto(address);
	expect(answer?.status()).toBe(404);
	expect(answer?.headers()['cache-control']).toBe('private, no-store');
	await expect(helper.getByRole('heading', { name: 'Cette page n’existe pas' })).toBeVisible();
	await expect(helper.getByText('Le service a un problème')).toHaveCount(0);
	await helper.goto(`/ar${address}`);
	await expect(helper.getByRole('heading', { name: 'هذه الصفحة غير موجودة' })).toBeVisible();
	const sent = await helper.request.post(address, {
		form: { message: TOO_LATE, envoi: randomUUID() },
		headers: { accept: 'text/html', origin: new URL(helper.url()).origin }
	});
	expect(sent.status()).toBe(404);
	expect(await sent.text()).toContain('Cette page n’existe pas');
}

/** A second person at a second telephone. */
async function otherPhone(context: BrowserContext, hasScript: boolean): Promise<Page> {
	const browser = context.browser();
	if (!browser) throw new Error('no browser');
	const baseURL = process.env['E2E_BASE_URL'];
	const other = await browser.newContext({
		...(baseURL && { baseURL }),
		locale: 'fr-FR',
		viewport: { width: 360, height: 740 },
		javaScriptEnabled: hasScript
	});
	return other.newPage();
}

test('an applicant names somebody, who helps in their own name and is dismissed at once @nojs', async ({
	page,
	context
}, { project }) => {
	const isPlain = project.name === 'mobile-nojs';
	const person = isPlain ? 'helped_plain' : 'helped_phone';
	const contact = `yann-${project.name}@exemple.test`;
	const { lastName } = await characterFile(person);
	await signInCharacter(context, person);
	await nameSomebody(page, contact);

	const helper = await otherPhone(context, !isPlain);
	await accept(helper, contact, lastName ?? '');
	await helper.getByRole('link', { name: /^Accompagner/ }).click();
	await expect(helper.getByTestId('state')).toContainText('enregistrée');
	// What was not ticked is not proposed, and is refused to whoever knows its address: the mandate itself is theirs.
	await expect(helper.getByRole('link', { name: 'Papiers à envoyer' })).toHaveCount(0);
	const mandate = new URL(helper.url()).pathname;
	expect((await helper.goto(`${mandate}/papiers`))?.status()).toBe(403);
	await helper.goto(`${mandate}/messages`);
	await helper.getByLabel('Votre message').fill('Bonjour, je vous écris pour cette famille.');
	await helper.getByRole('button', { name: 'Envoyer' }).click();
	await expect(helper.getByText('Bonjour, je vous écris pour cette famille.')).toBeVisible();

	await page.goto('/espace/messages');
	await expect(page.getByText(`${NAME}, votre accompagnant`)).toBeVisible();
	await page.goto('/espace/accompagnants');
	await page.getByText('Ce que cette personne a fait').click();
	await expect(page.getByText('A écrit au guichet')).toBeVisible();
	await page.getByRole('button', { name: /^Arrêter maintenant/ }).click();
	await expect(page.getByText('C’est arrêté')).toBeVisible();

	await findsNothing(helper, `${mandate}/messages`);
	await page.goto('/espace/messages');
	await expect(page.getByText('Bonjour, je vous écris pour cette famille.')).toBeVisible();
	await expect(page.getByText(TOO_LATE)).toHaveCount(0);
	await helper.goto('/accompagnement');
	await expect(helper.getByText('Vous n’accompagnez personne en ce moment')).toBeVisible();
	await helper.context().close();
});

test('a helper finds the people they help, and nothing of the applicants’ own pages', async ({
	page,
	context
}) => {
	await signInHelper(context, HELPER);
	await page.goto('/accompagnement');
	await expect(page.getByRole('heading', { name: 'Amina Haddad' })).toBeVisible();
	await page.goto('/espace');
	await expect(page).toHaveURL(/\/connexion/);
	await page.goto('/agent');
	await expect(page).toHaveURL(/\/agent\/connexion/);
	const strangers = '/accompagnement/0198c0de-0000-7000-8000-000000000009';
	for (const path of ['', '/rendez-vous', '/papiers', '/demande', '/messages'])
		expect((await page.goto(`${strangers}${path}`))?.status(), path).toBe(404);
});

test('a helper gives the code sent to their address, once on a device of their own', async ({
	page
}) => {
	const givePassword = async () => {
		await page.goto('/accompagnement/connexion');
		await page.getByLabel(/adresse e-mail ou votre portable/).fill(HELPER);
		await page.getByLabel('Mot de passe').fill(DEMO_PASSWORD);
		await page.getByRole('button', { name: 'Se connecter' }).click();
	};
	await givePassword();
	await expect(page.getByRole('heading', { name: 'Tapez le code reçu' })).toBeVisible();
	expect((await page.goto('/accompagnement'))?.url()).toContain('/connexion');
	await givePassword();
	await page.getByLabel('Code à 6 chiffres').fill('12345');
	await page.getByRole('button', { name: 'Entrer' }).click();
	await expect(page.getByRole('link', { name: 'Le code a 6 chiffres.' })).toBeVisible();
	await page.getByLabel('Code à 6 chiffres').fill(await codeSentTo(HELPER));
	await page.getByLabel('Mon téléphone').check();
	await page.getByRole('button', { name: 'Entrer' }).click();
	await expect(page.getByRole('heading', { name: 'Amina Haddad' })).toBeVisible();

	await page.goto('/deconnexion');
	await page.getByRole('button', { name: 'Se déconnecter' }).click();
	await givePassword();
	await expect(page.getByRole('heading', { name: 'Amina Haddad' })).toBeVisible();
});
