import { randomInt } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { offerFreedPlaces } from '../../src/jobs/offer-freed-places.ts';
import { VISITOR, type Actor, type Applicant } from '../../src/lib/domain/accounts/actor.ts';
import { startSession } from '../../src/lib/server/accounts/lucia.ts';
import { bookAppointment } from '../../src/lib/server/appointments/book-appointment.ts';
import { findTimes } from '../../src/lib/server/appointments/find-times.ts';
import { today } from '../../src/lib/server/clock.ts';
import { closeDatabase } from '../../src/lib/server/db/client.ts';
import { as, newApplicant, TESTING } from '../support/booking.ts';
import { ownCounter } from '../support/own-counter.ts';
import { giveCookie, HEAD, signInStaff } from '../support/sign-in.ts';
import { visitorAt } from '../support/visitor-appointment.ts';
import { offersTo, registeredOn } from '../support/waiting.ts';

test.afterAll(() => closeDatabase());

async function signedIn(page: Page) {
	const who = await newApplicant();
	const secret = await as(TESTING, (tx) => startSession(tx, `applicant:${who.accountId}`, null));
	await giveCookie(page.context(), secret);
	return who;
}

/** The first free time two weeks after the first of all, so that there are earlier ones to be offered. */
function inAFortnight(who: Actor, visit: { motive: string; counter: string }) {
	return as(who, async (tx, actor) => {
		const first = await findTimes(tx, actor, visit);
		const after = first.days[0]!.day.add({ days: 14 });
		const { days } = await findTimes(tx, actor, { ...visit, after });
		return days[0]!.times[0]!.startsAt;
	});
}

/** Axe is itself a script: where there are none, it has nothing to say. */
async function expectAccessible(page: Page) {
	if (test.info().project.use.javaScriptEnabled === false) return;
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
}

/** On the list that agents read: until when somebody can be received in time, and how many days are left. */
async function expectDaysLeft(desk: BrowserContext, who: Applicant) {
	await signInStaff(desk, HEAD);
	const agent = await desk.newPage();
	await agent.goto('/agent/liste-attente');
	const theirs = agent.locator(`a[href^="/agent/demandes/${who.applicationId}/"]`);
	const card = agent.locator('.card').filter({ has: theirs });
	await expect(card).toContainText('À recevoir au plus tard le 12 février 2026');
	await expect(card.getByText('Délai dépassé', { exact: true })).toBeVisible();
	const registered = today().subtract({ days: 20 });
	await registeredOn(who, registered.toString());
	await agent.reload();
	const { days } = today().until(registered.add({ months: 1 }));
	await expect(card.getByText(`Jours restants : ${days}`, { exact: true })).toBeVisible();
	await expect(card).not.toContainText('Délai dépassé');
	await desk.close();
}

test('an applicant asks to be told of an earlier place, is offered one, and moves to it @nojs', async ({
	page,
	browser,
	baseURL
}) => {
	const who = await signedIn(page);
	const visit = { motive: 'suivi', counter: ownCounter(['greolieres', 'bouyon']) };
	const startsAt = await inAFortnight(who, visit);
	await as(who, (tx, actor) => bookAppointment(tx, actor, { ...visit, startsAt }));
	await page.goto('/espace/rendez-vous');
	await page.getByText('Prévenez-moi si une place se libère avant').click();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Me prévenir', exact: true }).click();
	await expect(page.getByRole('status')).toContainText('Vous êtes sur la liste d’attente');
	await expectDaysLeft(await browser.newContext({ baseURL: baseURL! }), who);
	await offerFreedPlaces();
	await page.reload();
	await page.getByRole('link', { name: 'Accepter ou laisser cette place' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Une place se libère pour vous');
	expect((await page.request.get(page.url())).headers()['cache-control']).toContain('no-store');
	await expectAccessible(page);
	const offer = page.url();
	await page.getByRole('button', { name: 'Déplacer mon rendez-vous à cette heure' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Votre rendez-vous est réservé');
	await page.goto(offer);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vous avez accepté cette place');
	expect((await offersTo(who)).map(({ outcome }) => outcome)).toEqual(['accepted']);
	expect((await page.goto(`/liste-attente/${'x'.repeat(32)}`))?.status()).toBe(404);
});

/** The same test runs in several browsers on one database: two people of one name would be one too many on the list. */
const lettersOfNobodyElse = () =>
	Array.from({ length: 8 }, () => 'abcdefgh'.charAt(randomInt(8))).join('');

test('a visitor waits by the link of their appointment, and an agent writes down that they accept @nojs', async ({
	page,
	browser,
	baseURL
}) => {
	const counter = ownCounter(['gourdon', 'caussols']);
	const visit = { motive: 'enregistrement', counter };
	const lastName = `Attente ${lettersOfNobodyElse()}`;
	const token = await visitorAt(
		{ ...visit, startsAt: await inAFortnight(VISITOR, visit) },
		lastName
	);
	await page.goto(`/rendez-vous/${token}`);
	await page.getByText('Prévenez-moi si une place se libère avant').click();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Me prévenir', exact: true }).click();
	await expect(page.getByRole('status')).toContainText('Vous êtes sur la liste d’attente');
	await offerFreedPlaces();
	await page.reload();
	await expect(page.getByRole('link', { name: 'Accepter ou laisser cette place' })).toBeVisible();
	await expectAccessible(page);

	const desk = await browser.newContext({ baseURL: baseURL!, javaScriptEnabled: false });
	await signInStaff(desk, HEAD);
	const agent = await desk.newPage();
	await agent.goto('/agent/liste-attente');
	const card = agent.locator('.card', { hasText: lastName.toLocaleUpperCase('fr') });
	await card.getByRole('link', { name: 'Voir son rendez-vous' }).click();
	await expect(agent.getByRole('heading', { level: 1 })).toContainText(
		lastName.toLocaleUpperCase('fr')
	);
	await agent.goBack();
	await card.getByRole('button', { name: /^Elle accepte/ }).click();
	await expect(agent.getByRole('status')).toContainText('C’est noté');
	await desk.close();

	// The link they have leads to the new time, which is theirs; they wait for nothing any more.
	await page.reload();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Votre rendez-vous est réservé');
	await expect(page.getByText('Vous êtes sur la liste d’attente')).toBeHidden();
	expect(page.url()).not.toContain(token);
});

test('an applicant whom no time suits tells the counter, and reads its answer @nojs', async ({
	page,
	browser,
	baseURL
}) => {
	await page.goto('/rendez-vous/demander?motif=suivi&guichet=biot');
	await expect(page).toHaveURL(/\/connexion\?suite=/);
	await signedIn(page);
	await page.goto('/rendez-vous/demander?motif=suivi&guichet=biot');
	await page.getByRole('button', { name: 'Envoyer ma demande au guichet' }).click();
	await expect(page.getByRole('alert')).toContainText('Cochez au moins une demi-journée.');
	await page.getByLabel('Mercredi matin').check();
	const note = `Je travaille le soir ${crypto.randomUUID()}`;
	await page.getByLabel(/Autre chose à dire/).fill(note);
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Envoyer ma demande au guichet' }).click();
	await expect(page.getByText('En attente d’une réponse')).toBeVisible();

	const desk = await browser.newContext({ baseURL: baseURL!, javaScriptEnabled: false });
	await signInStaff(desk, HEAD);
	const agent = await desk.newPage();
	await agent.goto('/agent/souhaits');
	const card = agent.locator('.card', { hasText: note });
	await expect(card).toContainText('À recevoir au plus tard le');
	await expect(card).toContainText('Délai dépassé');
	await card.getByText('Votre réponse').first().click();
	await card.getByLabel('Votre réponse').fill('Venez mercredi à 9 h.');
	await card.getByRole('button', { name: 'Envoyer la réponse' }).click();
	await expect(agent.getByRole('status')).toContainText('La réponse est envoyée.');
	await desk.close();

	await page.reload();
	await expect(page.getByText('Venez mercredi à 9 h.')).toBeVisible();
});
