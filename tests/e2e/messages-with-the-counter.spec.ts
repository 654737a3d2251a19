import { expect, test, type Browser, type Page } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { applicantAccount } from '../../src/lib/server/db/schema/accounts.ts';
import { unitOfWork } from '../../src/lib/server/db/unit-of-work.ts';
import { newApplicant, TESTING } from '../support/booking.ts';
import { AGENT_ANTIBES, giveCookie, HEAD, signInStaff } from '../support/sign-in.ts';
import { startSession } from '../../src/lib/server/accounts/lucia.ts';

/** A person of their own for each test: several run at once, and one thread is one person's. */
async function somebody(page: Page, locale = 'fr'): Promise<string> {
	const { accountId, applicationId } = await newApplicant({
		email: 'personne@exemple.test',
		commune: '06004',
		locale
	});
	const secret = await unitOfWork(TESTING, async (tx) => {
		await tx.update(applicantAccount).set({ locale }).where(eq(applicantAccount.id, accountId));
		return startSession(tx, `applicant:${accountId}`, null);
	});
	await giveCookie(page.context(), secret);
	return applicationId;
}

async function agentPage(browser: Browser, javaScriptEnabled: boolean, email = AGENT_ANTIBES) {
	const context = await browser.newContext({
		javaScriptEnabled,
		viewport: { width: 360, height: 740 }
	});
	await signInStaff(context, email);
	return context.newPage();
}

test('a person and the counter write to each other @nojs', async ({ page, browser }, info) => {
	const javaScriptEnabled = info.project.name !== 'mobile-nojs';
	const applicationId = await somebody(page);
	await page.goto('/espace/messages');
	await page.getByLabel('Votre message').fill('Bonjour,\nmanque-t-il une pièce ?');
	await page.getByRole('button', { name: 'Envoyer ce message' }).click();
	await expect(page.getByRole('status').first()).toContainText('Votre message est parti');
	await expect(page.getByText('En attente d’une réponse')).toBeVisible();

	const agent = await agentPage(browser, javaScriptEnabled);
	await agent.goto('/agent/messages');
	await agent.locator(`a[href$="/agent/demandes/${applicationId}/messages"]`).click();
	await expect(agent.getByText('manque-t-il une pièce ?')).toBeVisible();
	await agent.getByLabel('Modèle de réponse').selectOption({ label: 'Il manque une pièce' });
	await agent.getByRole('button', { name: 'Insérer' }).click();
	const answer = agent.getByLabel('Votre réponse');
	await expect(answer).toHaveValue(/^Bonjour Nour,\n\nIl manque une pièce/);
	await answer.fill('Oui : votre avis d’imposition. Voir aussi https://exemple.test/autre');
	await agent
		.getByLabel('Demander une pièce')
		.selectOption({ label: 'Avis d’imposition sur les revenus d’il y a deux ans' });
	await agent.getByRole('button', { name: 'Relire avant d’envoyer' }).click();
	await expect(agent.getByRole('heading', { name: 'Ce que la personne lira' })).toBeVisible();
	await agent.getByRole('button', { name: 'Modifier' }).click();
	await agent.getByLabel('Votre réponse').fill('Oui : votre avis d’imposition, s’il vous plaît.');
	await agent.getByRole('button', { name: 'Relire avant d’envoyer' }).click();
	await agent.getByRole('button', { name: 'Envoyer la réponse' }).click();
	await expect(agent.getByRole('status').first()).toContainText('La réponse est envoyée');
	await agent.context().close();

	await page.goto('/espace/messages');
	await expect(page.getByText('Nouveau')).toBeVisible();
	await expect(page.getByText('Oui : votre avis d’imposition, s’il vous plaît.')).toBeVisible();
	await expect(page.getByText(/Guichet logement, Camille Tamaris/)).toBeVisible();
	await expect(page.getByText(/Pièce demandée\s: Avis d’imposition/)).toBeVisible();
	await expect(page.getByRole('link', { name: 'Envoyer une pièce' }).first()).toHaveAttribute(
		'href',
		/\/espace\/pieces/
	);
	await page.reload();
	await expect(page.getByText('Nouveau')).toHaveCount(0);
});

test('a person who wrote too much, or nothing, loses none of it @nojs', async ({ page }) => {
	await somebody(page);
	await page.goto('/espace/messages');
	const field = page.getByLabel('Votre message');
	await field.evaluate((area: HTMLTextAreaElement) => area.removeAttribute('maxlength'));
	await field.fill('Très long. '.repeat(400));
	await page.getByRole('button', { name: 'Envoyer ce message' }).click();
	await expect(page.getByRole('alert').first()).toContainText('4000');
	await expect(page.getByLabel('Votre message')).toHaveValue(/^Très long\. /);
});

test('a text that was being typed is there again when the page is opened again', async ({
	page
}) => {
	await somebody(page);
	await page.goto('/espace/messages');
	await page.getByLabel('Votre message').fill('Je n’ai pas fini de');
	await page.goto('/espace/pieces');
	await page.goto('/espace/messages');
	await expect(page.getByLabel('Votre message')).toHaveValue('Je n’ai pas fini de');
	await page.getByRole('button', { name: 'Envoyer ce message' }).click();
	await expect(page.getByRole('status').first()).toContainText('Votre message est parti');
	await page.goto('/espace/messages');
	await expect(page.getByLabel('Votre message')).toHaveValue('');
	expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
	// The next person in the same tab finds nothing of it.
	await page.getByLabel('Votre message').fill('secret');
	await somebody(page);
	await page.goto('/espace/messages');
	await expect(page.getByLabel('Votre message')).toHaveValue('');
	expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});

test('two agents who answer at once: the second is told, and keeps the text', async ({
	page,
	browser
}) => {
	const applicationId = await somebody(page);
	await page.goto('/espace/messages');
	await page.getByLabel('Votre message').fill('Bonjour ?');
	await page.getByRole('button', { name: 'Envoyer ce message' }).click();
	const there = `/agent/demandes/${applicationId}/messages`;
	const [first, second] = [
		await agentPage(browser, true),
		await agentPage(browser, true, HEAD)
	] as const;
	await first.goto(there);
	await second.goto(there);
	await expect(second.getByText(/Camille Tamaris a ouvert ces messages/)).toBeVisible();
	for (const [agent, text] of [
		[first, 'Réponse de Camille'],
		[second, 'Réponse d’Alix']
	] as const) {
		await agent.getByLabel('Votre réponse').fill(text);
		await agent.getByRole('button', { name: 'Relire avant d’envoyer' }).click();
	}
	await first.getByRole('button', { name: 'Envoyer la réponse' }).click();
	await expect(first.getByRole('status').first()).toContainText('La réponse est envoyée');
	await second.getByRole('button', { name: 'Envoyer la réponse' }).click();
	await expect(second.getByRole('alert').first()).toContainText('Un nouveau message est arrivé');
	await expect(second.getByText('Réponse de Camille')).toBeVisible();
	await expect(second.getByLabel('Votre réponse')).toHaveValue('Réponse d’Alix');
	await first.context().close();
	await second.context().close();
});

test('an agent answers in Arabic and sees what it says in French', async ({ page, browser }) => {
	const applicationId = await somebody(page, 'ar');
	const agent = await agentPage(browser, true);
	await agent.goto(`/agent/demandes/${applicationId}/messages`);
	await agent.getByLabel('Modèle de réponse').selectOption({ label: 'Il manque une pièce' });
	await agent.getByRole('button', { name: 'Insérer' }).click();
	await expect(agent.getByLabel('Votre réponse')).toHaveValue(/^مرحبا Nour/);
	await expect(agent.getByText('Ce que dit le modèle, en français')).toBeVisible();
	await agent.getByRole('button', { name: 'Relire avant d’envoyer' }).click();
	await agent.getByRole('button', { name: 'Envoyer la réponse' }).click();
	await page.goto('/ar/espace/messages');
	const text = page.locator('li .text').first();
	await expect(text).toContainText('تنقص وثيقة من ملفك');
	expect(await text.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
	await expect(text.getByRole('link')).toHaveAttribute('href', '/ar/espace/pieces');
	await agent.context().close();
});

test('a stranger’s exchange is not found, and an agent of another territory neither', async ({
	page,
	browser
}) => {
	const applicationId = await somebody(page);
	const answer = await page.goto(`/agent/demandes/${applicationId}/messages`);
	expect(answer?.url()).toContain('/agent/connexion');
	const agent = await agentPage(browser, true, 'agent.valbonne@demo.test');
	expect((await agent.goto(`/agent/demandes/${applicationId}/messages`))?.status()).toBe(404);
	await agent.context().close();
});
