import { expect, test, type Page } from '@playwright/test';
import { eq } from 'drizzle-orm';
import type { Applicant } from '../../src/lib/domain/accounts/actor.ts';
import { canonicalPassword } from '../../src/lib/domain/accounts/password.ts';
import { hashSecret } from '../../src/lib/server/accounts/secret-hash.ts';
import { applicantAccount, session } from '../../src/lib/server/db/schema/accounts.ts';
import { application } from '../../src/lib/server/db/schema/applications.ts';
import { as, newApplicant, TESTING } from '../support/booking.ts';
import { everythingStored } from '../support/phone.ts';

const PASSWORD = 'trois citrons bleus';
const MINUTE = 60_000;

/** Somebody who has a password. @returns their number as well */
async function somebody(): Promise<Applicant & { number: string }> {
	const who = await newApplicant();
	const passwordHash = await hashSecret(canonicalPassword(PASSWORD));
	const [found] = await as(TESTING, async (tx) => {
		await tx
			.update(applicantAccount)
			.set({ passwordHash, activatedAt: Temporal.Instant.from('2026-01-20T09:00:00Z') })
			.where(eq(applicantAccount.id, who.accountId));
		return tx
			.select({ number: application.uniqueNumber })
			.from(application)
			.where(eq(application.id, who.applicationId));
	});
	return { ...who, number: found!.number };
}

/** Signs in through the screen, saying whose telephone it is; nothing said is the choice that is ticked. */
async function signIn(page: Page, number: string, own = false): Promise<void> {
	await page.goto('/connexion');
	await expect(page.getByLabel('Un téléphone partagé ou prêté')).toBeChecked();
	if (own) await page.getByLabel('Mon téléphone').check();
	await page.locator('[name=numero]').fill(number);
	await page.locator('[name=motdepasse]').fill(PASSWORD);
	await page.getByRole('button', { name: 'Se connecter' }).click();
	await expect(page).toHaveURL(/\/espace$/);
}

const cookieOf = async (page: Page) =>
	(await page.context().cookies()).find(({ name }) => name === '__Host-session')!;

/** The session of somebody, as the database has it. */
const sessionOf = async (who: Applicant) => {
	const [found] = await as(TESTING, (tx) =>
		tx.select().from(session).where(eq(session.applicantAccountId, who.accountId))
	);
	return found!;
};
const change = (who: Applicant, values: Partial<typeof session.$inferInsert>) =>
	as(TESTING, (tx) =>
		tx.update(session).set(values).where(eq(session.applicantAccountId, who.accountId))
	);
const minutesOf = ({ createdAt, expiresAt }: typeof session.$inferSelect) =>
	(expiresAt.epochMilliseconds - createdAt.epochMilliseconds) / MINUTE;

test('on a shared phone the space closes after ten minutes, and nothing stays', async ({
	page
}) => {
	const who = await somebody();
	await signIn(page, who.number);
	// Closing the browser ends it too.
	expect((await cookieOf(page)).expires).toBe(-1);
	const opened = await sessionOf(who);
	expect(opened.device).toBe('shared');
	// Ten minutes from the last page, which came a moment after.
	expect(Math.round(minutesOf(opened))).toBe(10);
	await expect(page.locator('[data-card]')).toHaveCount(0);

	await change(who, { expiresAt: opened.createdAt });
	await page.goto('/espace');
	await expect(page).toHaveURL(/\/connexion\?suite=/);
	const stored = await everythingStored(page);
	for (const own of [who.number, who.accountId, who.applicationId, 'Exemple', 'Nour']) {
		expect(stored, own).not.toContain(own);
	}
});

test('on one’s own phone the space stays open thirty days', async ({ page }) => {
	const who = await somebody();
	await signIn(page, who.number, true);
	const opened = await sessionOf(who);
	expect(opened.device).toBe('own');
	expect(Math.round(minutesOf(opened) / 60 / 24)).toBe(30);
	const days = ((await cookieOf(page)).expires * 1000 - new Date().getTime()) / MINUTE / 60 / 24;
	expect(Math.round(days)).toBe(30);
	// The card is offered there, and kept by nobody but who asks.
	await expect(page.locator('[data-card]')).toBeVisible();
	const kept = await page.evaluate(() => indexedDB.databases());
	expect(kept.map(({ name }) => name)).not.toContain('carte');
});

test('on one’s own phone the password is asked for before a sensitive act, and what was typed is kept', async ({
	page
}) => {
	const who = await somebody();
	await signIn(page, who.number, true);
	const address = '/espace/demande/changer/contact';
	const long = (await sessionOf(who)).createdAt.subtract({ hours: 2 });
	await change(who, { verifiedAt: long });
	await page.goto(address);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('C’est bien vous ?');
	await page.locator('[name=motdepasse]').fill('autre chose');
	await page.getByRole('button', { name: 'Continuer' }).click();
	await expect(page.getByRole('alert')).toContainText('pas le bon mot de passe');
	await page.locator('[name=motdepasse]').fill(PASSWORD);
	await page.getByRole('button', { name: 'Continuer' }).click();
	await expect(page).toHaveURL(new RegExp(`${address}$`));

	// The page lay open for longer than an hour: the form is not lost for it.
	const phone = page.locator('main [name=telephone]');
	// The shell listens for the first touch once the page has loaded.
	await page.waitForLoadState();
	const script = page.waitForResponse(/forms\.[\w-]+\.js$/);
	await phone.focus();
	await script;
	await page.waitForLoadState('networkidle');
	await phone.fill('06 00 12 34 56');
	await change(who, { verifiedAt: long });
	await page.getByRole('button', { name: 'Envoyer au guichet' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('C’est bien vous ?');
	await page.locator('[name=motdepasse]').fill(PASSWORD);
	await page.getByRole('button', { name: 'Continuer' }).click();
	await expect(page).toHaveURL(new RegExp(`${address}$`));
	await expect(phone).toHaveValue('06 00 12 34 56');
	await page.getByRole('button', { name: 'Envoyer au guichet' }).click();
	await expect(page.getByTestId('state')).toContainText('Envoyé au guichet');
});

test('on a shared phone the password just given is not asked for again', async ({ page }) => {
	const who = await somebody();
	await signIn(page, who.number);
	await change(who, { verifiedAt: (await sessionOf(who)).createdAt.subtract({ hours: 2 }) });
	await page.goto('/espace/demande/changer/contact');
	await expect(page).toHaveURL(/changer\/contact$/);
});
