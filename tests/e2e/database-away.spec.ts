import { join } from 'node:path';
import { expect, test, type Page, type Response } from '@playwright/test';
import { root } from '../../scripts/root.ts';
import type { Applicant } from '../../src/lib/domain/accounts/actor.ts';
import { proposalsOf } from '../../src/lib/server/changes/queries.ts';
import { conversationMessage } from '../../src/lib/server/db/schema/conversations.ts';
import { as, newApplicant, TESTING } from '../support/booking.ts';
import { ownDatabase, type OwnDatabase } from '../support/own-database.ts';
import { signedIn } from '../support/papers/screen.ts';
import { site, type Site } from '../support/releases/site.ts';

/*
 * The database goes away under the application, and comes back: a PostgreSQL and a server of this test's own, for the
 * others must not lose theirs.
 */

// What the worker keeps is shown elsewhere (reads-without-a-network.spec.ts): here it is the server that answers.
test.use({ serviceWorkers: 'block' });

let database: OwnDatabase;
let place: Site;
test.beforeEach(async () => {
	// A database and a server start, on a machine that may have other work.
	test.setTimeout(240_000);
	database = await ownDatabase();
	place = await site();
	await place.serve(join(root, 'build'));
});
test.afterEach(async () => {
	await place.stop();
	await database.remove();
});

const TEXT = 'Bonjour, mon bail se termine en mars. Que dois-je envoyer ?';
const PHONE = '06 00 12 34 56';

/** A program that looks after the site: it has no session. */
const probe = (path: string) => fetch(place.origin + path).then(({ status }) => status);

/** What somebody is told: it is our fault, what to do, where to go, and what to say to the counter; nothing else. */
async function saysOurFault(page: Page, answer: Response | null): Promise<void> {
	expect(answer?.status()).toBe(500);
	const main = page.getByRole('main');
	await expect(main.getByRole('heading', { name: 'Le service a un problème' })).toBeVisible();
	await expect(main).toContainText(/Ce n’est pas votre faute|vient de nous, pas de vous/);
	await expect(main).toContainText(/Référence à donner au guichet\s:\s[0-9a-f]{8}/);
	await expect(main.getByRole('link', { name: 'Recharger la page' })).toBeVisible();
	await expect(page.getByText('Votre message est parti')).toHaveCount(0);
	expect(await answer?.text()).not.toMatch(/ECONNREFUSED|57P0|node_modules|\n\s+at /);
}

/** The page of last resort speaks to a reader of Arabic first, and leads them to a page that opens all the same. */
async function saysItInTheirLanguage(page: Page): Promise<void> {
	expect((await page.goto(`${place.origin}/ar/espace`))?.status()).toBe(500);
	await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
	const main = page.getByRole('main');
	await expect(main.getByRole('heading', { name: 'في الخدمة مشكلة' })).toBeVisible();
	await expect(main.locator('p').first()).toContainText('هناك مشكلة من جهتنا');
	await expect(main.getByText('هناك مشكلة من جهتنا')).toHaveCount(1);
	await expect(main.getByText('Ce n’est pas votre faute')).toHaveCount(1);
	const guide = page.waitForResponse(/\/ar\/guide$/);
	await main.getByRole('link', { name: 'اقرأ الدليل في انتظار ذلك' }).click();
	expect((await guide).status()).toBe(200);
	await expect(page.locator('[data-nothing-arrived]')).toHaveCount(0);
}

const isPrivate = (answer: Response | null) =>
	expect(answer?.headers()['cache-control']).toContain('no-store');

/** Sends a form. @returns the answer to it */
async function send(page: Page, name: string): Promise<Response> {
	// Both listened for before: a page of nothing but words is there at once.
	const answered = page.waitForResponse((one) => one.request().method() === 'POST');
	const loaded = page.waitForEvent('load');
	await page.getByRole('button', { name }).click();
	const answer = await answered;
	await loaded;
	return answer;
}

const messagesOf = () => as(TESTING, (tx) => tx.select().from(conversationMessage));
const declaredBy = (who: Applicant) =>
	as(who, (tx, actor) => proposalsOf(tx, actor, who.applicationId));

test('the database goes away and comes back: people are told so, lose no word, and go on without signing in again', async ({
	page,
	context,
	browser
}) => {
	const who = await signedIn(page, await newApplicant({ commune: '06004' }));
	const other = await context.newPage();
	await page.goto(`${place.origin}/espace/messages`);
	await page.getByLabel('Votre message').fill(TEXT);
	await other.goto(`${place.origin}/espace/demande/changer/contact`);
	await other.locator('main [name=telephone]').focus();
	await other.waitForLoadState('networkidle');
	await other.locator('main [name=telephone]').fill(PHONE);
	expect(await probe('/readyz')).toBe(200);

	await database.stop();
	await expect.poll(() => probe('/readyz')).toBe(503);
	expect(await probe('/healthz')).toBe(200);

	for (const [tab, button] of [
		[page, 'Envoyer ce message'],
		[other, 'Envoyer au guichet']
	] as const) {
		const answer = await send(tab, button);
		await saysOurFault(tab, answer);
		isPrivate(answer);
	}
	const reader = await context.newPage();
	const mine = await reader.goto(`${place.origin}/espace`);
	await saysOurFault(reader, mine);
	isPrivate(mine);
	const visitor = await browser.newPage();
	for (const somebody of [reader, visitor]) {
		await saysOurFault(somebody, await somebody.goto(`${place.origin}/guichets`));
	}
	await visitor.context().close();
	await saysItInTheirLanguage(reader);
	expect((await reader.goto(`${place.origin}/guide/cotation`))?.status()).toBe(200);
	await expect(reader.getByRole('heading', { level: 1 })).toContainText('cotation');

	await database.start();
	const space = () => page.request.get(`${place.origin}/espace`, { maxRedirects: 0 });
	await expect.poll(async () => (await space()).status()).toBe(200);
	expect(await probe('/readyz')).toBe(200);
	expect(await messagesOf()).toHaveLength(0);
	expect(await declaredBy(who)).toHaveLength(0);

	// What was typed is there again, whichever way somebody takes back, and arrives once.
	await page.goBack();
	await expect(page.getByLabel('Votre message')).toHaveValue(TEXT);
	await page.getByRole('button', { name: 'Envoyer ce message' }).click();
	await expect(page.getByRole('status').first()).toContainText('Votre message est parti');
	await expect(page.getByRole('main').getByText(TEXT)).toHaveCount(1);
	expect((await messagesOf()).map(({ body }) => body)).toEqual([TEXT]);

	await other.getByRole('link', { name: 'Recharger la page' }).click();
	await expect(other.locator('main [name=telephone]')).toHaveValue(PHONE);
	await other.getByRole('button', { name: 'Envoyer au guichet' }).click();
	await expect.poll(() => declaredBy(who)).toHaveLength(1);
});
