import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { startSession } from '../../src/lib/server/accounts/lucia.ts';
import { today } from '../../src/lib/server/clock.ts';
import { closeDatabase } from '../../src/lib/server/db/client.ts';
import { application, currentHousing } from '../../src/lib/server/db/schema/applications.ts';
import { as, newApplicant, TESTING } from '../support/booking.ts';
import { AGENT_ANTIBES, giveCookie, signInStaff } from '../support/sign-in.ts';

test.afterAll(() => closeDatabase());

/** Somebody of Antibes whose request ends in so many days, signed in. */
async function signedIn(page: Page, daysLeft = 200) {
	const who = await newApplicant({ email: 'nour@exemple.test', commune: '06004' });
	const validUntil = today().add({ days: daysLeft });
	const filedOn = validUntil.subtract({ years: 1 });
	const stated = { origin: 'declared', statedOn: filedOn } as const;
	await as(TESTING, async (tx) => {
		await tx
			.update(application)
			.set({ filedOn, validUntil })
			.where(eq(application.id, who.applicationId));
		await tx
			.insert(currentHousing)
			.values({ applicationId: who.applicationId, model: 'LP', rentCents: 92_700, ...stated });
	});
	const secret = await as(TESTING, (tx) => startSession(tx, `applicant:${who.accountId}`, null));
	await giveCookie(page.context(), secret);
	return who;
}

async function atTheCounter(browser: Browser, baseURL: string | undefined) {
	const desk = await browser.newContext({ baseURL: baseURL!, javaScriptEnabled: false });
	await signInStaff(desk, AGENT_ANTIBES);
	return desk.newPage();
}

/** Axe is itself a script: where there are none, it has nothing to say. */
async function expectAccessible(page: Page) {
	if (test.info().project.use.javaScriptEnabled === false) return;
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
}

test('an applicant says that a fact is wrong, and reads the answer of the counter @nojs', async ({
	page,
	browser,
	baseURL
}) => {
	const who = await signedIn(page);
	await page.goto('/espace/demande');
	await page.getByRole('link', { name: 'C’est faux : Loyer' }).click();
	await page.getByRole('button', { name: 'Demander la correction' }).click();
	await expect(page.getByRole('alert')).toContainText('Dites en quelques mots ce qui est faux');
	await page.getByLabel('Qu’est-ce qui est faux ?').fill('Mon loyer a été mal recopié.');
	await page.getByLabel(/^Loyer/).fill('890');
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Demander la correction' }).click();
	await expect(page.getByTestId('state')).toContainText('Envoyé au guichet');
	await expectAccessible(page);
	const asked = page.url().split('?')[0]!;

	const agent = await atTheCounter(browser, baseURL);
	await agent.goto(`/agent/demandes/${who.applicationId}/changements/${asked.split('/').at(-1)}`);
	await expect(agent.getByText('Mon loyer a été mal recopié.')).toBeVisible();
	await agent.getByRole('button', { name: 'Commencer la saisie' }).click();
	await agent.getByRole('button', { name: 'Enregistrer la saisie' }).click();
	await expect(agent.getByRole('alert')).toContainText('Écrivez une réponse');
	await agent.getByLabel('Réponse au demandeur').fill('Corrigé d’après votre quittance.');
	await agent.getByRole('button', { name: 'Enregistrer la saisie' }).click();
	await expect(agent.getByRole('status')).toContainText('La saisie est enregistrée');
	await agent.context().close();

	await page.goto(asked);
	await expect(page.getByText('Corrigé d’après votre quittance.')).toBeVisible();
	await page.goto('/espace/demande');
	await expect(page.getByText('890 € par mois')).toBeVisible();
	await expect(page.getByText(/Saisi par le guichet/).first()).toBeVisible();
});

test('an applicant declares a new address, and sees it entered in the register @nojs', async ({
	page,
	browser,
	baseURL
}) => {
	const who = await signedIn(page);
	await page.goto('/espace/demande');
	await page.getByRole('link', { name: 'Ma situation a changé' }).click();
	await page.getByRole('link', { name: /J’ai changé d’adresse/ }).click();
	await page.getByLabel('Numéro et rue').fill('8 chemin Inventé');
	await page.getByRole('button', { name: 'Envoyer au guichet' }).click();
	await expect(page.getByRole('alert')).toContainText('Depuis quel jour');
	await expect(page.getByLabel('Numéro et rue')).toHaveValue('8 chemin Inventé');
	await page.getByLabel('Depuis quel jour ?').fill(today().subtract({ days: 9 }).toString());
	await page.getByLabel('Code postal').fill('06600');
	await page.getByLabel('Commune', { exact: true }).selectOption('06004');
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Envoyer au guichet' }).click();
	await expect(page.getByTestId('state')).toContainText('Envoyé au guichet');
	await expect(page.getByText(/Bail ou Quittance/)).toBeVisible();
	const asked = page.url().split('?')[0]!;

	const agent = await atTheCounter(browser, baseURL);
	await agent.goto(`/agent/demandes/${who.applicationId}/changements/${asked.split('/').at(-1)}`);
	await agent.getByRole('button', { name: 'Commencer la saisie' }).click();
	await page.goto(asked);
	await expect(page.getByTestId('state')).toContainText('En cours de saisie');
	await expect(page.getByRole('button', { name: 'Retirer' })).toHaveCount(0);
	await agent.getByRole('button', { name: 'Enregistrer la saisie' }).click();
	await expect(agent.getByRole('status')).toContainText('La saisie est enregistrée');
	await agent.context().close();

	await page.goto(asked);
	await expect(page.getByTestId('state')).toContainText('Saisi dans le SNE');
	await expect(page.getByText(/Votre numéro et votre ancienneté n’ont pas changé/)).toBeVisible();
});

test('an applicant renews: declares what has changed, confirms, and is renewed by the counter @nojs', async ({
	page,
	browser,
	baseURL
}) => {
	const who = await signedIn(page, 20);
	await page.goto('/espace/renouvellement');
	await page.getByRole('button', { name: 'Continuer' }).click();
	await expect(page.getByRole('alert')).toContainText('Répondez pour cette partie');
	for (const part of ['contact', 'household', 'income', 'housing', 'wanted'])
		await page.locator(`input[name=${part}][value=same]`).check();
	await page.locator('input[name=work][value=changed]').check();
	await page.getByRole('button', { name: 'Continuer' }).click();
	await expectAccessible(page);
	await page.getByRole('link', { name: 'Mon travail a changé' }).click();
	await page.getByLabel('Depuis quel jour ?').fill(today().subtract({ days: 3 }).toString());
	await page.getByLabel('Situation de travail').selectOption('CHO');
	await page.getByRole('button', { name: 'Envoyer au guichet' }).click();
	await page.getByRole('link', { name: 'Revenir au renouvellement' }).click();
	await page.getByRole('button', { name: 'Continuer' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Confirmer le renouvellement');
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Je confirme mon renouvellement' }).click();
	await expect(page.getByRole('status')).toContainText('Ce n’est pas encore renouvelé');

	const agent = await atTheCounter(browser, baseURL);
	await agent.goto('/agent/renouvellements');
	const card = agent
		.locator('.card')
		.filter({ has: agent.locator(`a[href="/agent/demandes/${who.applicationId}"]`) });
	await expect(card).toContainText('Jours restants : ');
	await expect(card).toContainText('Changements déclarés : Travail');
	await card.getByRole('button', { name: 'Enregistrer le renouvellement' }).click();
	await expect(agent.getByRole('status')).toContainText('Le renouvellement est enregistré');
	await agent.context().close();

	await page.reload();
	await expect(page.getByRole('status')).toContainText('Votre demande est renouvelée');
});

test('an applicant whose request is over reads what is lost and whom to call @nojs', async ({
	page
}) => {
	await signedIn(page, -4);
	await page.goto('/espace/renouvellement');
	await expect(page.getByRole('alert')).toContainText('La date est passée');
	await expect(page.getByText(/Votre ancienneté, depuis le/)).toBeVisible();
	await expect(page.getByRole('link', { name: 'Trouver un guichet' })).toBeVisible();
	await expect(page.getByRole('button', { name: /confirme/ })).toHaveCount(0);
	await expectAccessible(page);
});
