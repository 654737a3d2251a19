import { expect, test } from '@playwright/test';
import { startSession } from '../../src/lib/server/accounts/lucia.ts';
import { now } from '../../src/lib/server/clock.ts';
import { closeDatabase } from '../../src/lib/server/db/client.ts';
import { counterFact } from '../../src/lib/server/db/schema/counters.ts';
import { as, counterId, newApplicant, TESTING } from '../support/booking.ts';
import { ownCounter } from '../support/own-counter.ts';
import { giveCookie, HEAD, signInStaff } from '../support/sign-in.ts';

test.afterAll(() => closeDatabase());

/** What staff say of a counter, the same however often: both projects say it. */
async function say(slug: string, kind: 'step_free' | 'languages', value: string): Promise<void> {
	const known = { counterId: await counterId(slug), kind, value, updatedAt: now() };
	await as(TESTING, (tx) =>
		tx
			.insert(counterFact)
			.values(known)
			.onConflictDoUpdate({ target: [counterFact.counterId, counterFact.kind], set: known })
	);
}

test('a visitor finds the counter without a step where their language is spoken, by motive @nojs', async ({
	page
}) => {
	await say('courmes', 'step_free', 'yes');
	await say('courmes', 'languages', 'Arabe, portugais');
	await say('consegudes', 'step_free', 'yes');
	await say('consegudes', 'languages', 'anglais');
	await page.goto('/rendez-vous?motif=enregistrement&guichet=tous');
	await page.locator('summary', { hasText: 'Changer' }).click();
	await expect(page.getByLabel('Pourquoi', { exact: true })).toHaveValue('enregistrement');
	await page.getByLabel('Accès au guichet').selectOption({ label: 'Sans marche' });
	await page.getByLabel('Langue parlée au guichet').selectOption({ label: 'portugais' });
	await page.getByRole('button', { name: 'Voir ces heures' }).click();
	await expect(page).toHaveURL(/acces=sans-marche/);
	await expect(page.getByRole('link', { name: /Courmes/ })).toBeVisible();
	await expect(page.getByRole('link', { name: /Conségudes/ })).toHaveCount(0);
	await expect(page.getByText(/Laissés de côté/)).toBeVisible();
	await page.getByRole('link', { name: 'Retirer ces filtres' }).click();
	await expect(page.getByRole('button', { name: 'Choisir cette heure' })).toBeVisible();
	await expect(page.getByText(/Laissés de côté/)).toHaveCount(0);
});

test('an applicant is called instead of coming, and the agent has the number and what to ask @nojs', async ({
	page,
	browser,
	baseURL
}) => {
	const counter = ownCounter(['coursegoules', 'cipieres']);
	const who = await newApplicant({ email: 'personne@exemple.test' });
	const secret = await as(TESTING, (tx) => startSession(tx, `applicant:${who.accountId}`, null));
	await giveCookie(page.context(), secret);
	await page.goto(`/rendez-vous?motif=suivi&guichet=${counter}`);
	await page.locator('summary', { hasText: 'Changer' }).click();
	await page.getByLabel('Sur place ou par téléphone').selectOption({ label: 'Par téléphone' });
	await page.getByRole('button', { name: 'Voir ces heures' }).click();
	await expect(page).toHaveURL(/canal=telephone/);
	await page.getByRole('button', { name: 'Choisir cette heure' }).click();
	// Nobody can be called without a number.
	await expect(page.getByRole('alert')).toContainText('Il manque votre numéro de téléphone');
	await expect(page.getByRole('link', { name: 'Ajouter mon numéro' })).toBeVisible();

	const called = await newApplicant({ email: 'personne@exemple.test', phone: '+33639980042' });
	const other = await as(TESTING, (tx) => startSession(tx, `applicant:${called.accountId}`, null));
	await giveCookie(page.context(), other);
	await page.goto(`/rendez-vous?motif=suivi&guichet=${counter}&canal=telephone`);
	await page.getByRole('button', { name: 'Choisir cette heure' }).click();
	await expect(page.getByText('numéro qui finit par 42')).toBeVisible();
	await page.getByRole('button', { name: 'Réserver ce rendez-vous' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Votre rendez-vous est réservé');
	await expect(page.getByText('Ne venez pas au guichet')).toBeVisible();
	const day = await page.locator('time[datetime]').first().getAttribute('datetime');

	const desk = await browser.newContext({ baseURL: baseURL!, javaScriptEnabled: false });
	await signInStaff(desk, HEAD);
	const agent = await desk.newPage();
	await agent.goto(`/agent?guichet=${counter}&jour=${day!.slice(0, 10)}`);
	const call = agent.getByRole('link', { name: '06 39 98 00 42' });
	await expect(call).toHaveAttribute('href', 'tel:+33639980042');
	await agent.goto(`/agent/agenda?guichet=${counter}&jour=${day!.slice(0, 10)}`);
	await expect(agent.getByText('Par téléphone').first()).toBeVisible();
	await desk.close();
});
