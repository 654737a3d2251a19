import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { root } from '../../scripts/root.ts';
import { proposalsOf } from '../../src/lib/server/changes/queries.ts';
import { as } from '../support/booking.ts';
import { signedIn } from '../support/papers/screen.ts';
import { guideKept, workerReady } from '../support/phone.ts';
import { releaseAfter, rollBack } from '../support/releases/other-release.ts';
import { site, type Site } from '../support/releases/site.ts';

/*
 * A phone of one release and a server of the other, both ways: real servers one after the other at one address, real
 * workers. The other release is made from the build at hand: other-release.ts says what that shows and what it does not.
 */

const AT_HAND = join(root, 'build');
const OTHER = join(root, '.svelte-kit/other-release');

let phone: Site;
test.beforeEach(async () => {
	phone = await site();
});
test.afterEach(async () => {
	await phone.stop();
	rmSync(OTHER, { recursive: true, force: true });
});

/** The script that a page brings, whose name tells the releases apart. */
const shellOf = (page: Page) =>
	page.locator('head script[src*="/shell."]').getAttribute('src') as Promise<string>;

/** The script of forms, which a page asks for when somebody touches one. @returns the server's answer */
async function touch(page: Page, selector: string): Promise<{ status: number; name: string }> {
	const script = page.waitForResponse(/forms\.[\w-]+\.js$/);
	await page.locator(selector).focus();
	const answer = await script;
	// Fills only once the script listens.
	await page.waitForLoadState('networkidle');
	return { status: answer.status(), name: new URL(answer.url()).pathname };
}

/** Marks the page, so that a reload under the hands of the person would be seen. */
const mark = (page: Page) => page.evaluate(() => void Object.assign(window, { sameOne: true }));
const isSame = (page: Page) => page.evaluate(() => 'sameOne' in window);
/** What the browser does by itself at a visit, and once a day. */
const lookForUpdate = (page: Page) =>
	page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));

const updateLine = (page: Page) => page.locator('[data-phone="update"]');

test('a page of the release before is filled, sent and told of the new one; and so it is when the server goes back', async ({
	page,
	context
}) => {
	// Three servers start, on a machine that may have other work.
	test.setTimeout(240_000);
	const who = await signedIn(page);
	const declared = () =>
		as(who, (tx, actor) => proposalsOf(tx, actor, who.applicationId)).then((all) => all.length);

	await phone.serve(AT_HAND);
	releaseAfter(OTHER);
	await page.goto(`${phone.origin}/guide/cotation`);
	await guideKept(page);
	await page.goto(`${phone.origin}/espace/demande/changer/contact`);
	await workerReady(page);
	const [before, field] = [await shellOf(page), page.locator('main [name=telephone]')];
	await mark(page);

	// The server is replaced while the form is open: what the page asks for later is still there.
	await phone.serve(OTHER);
	const forms = await touch(page, 'main [name=telephone]');
	expect(forms.status).toBe(200);
	await field.fill('06 00 12 34 56');
	await lookForUpdate(page);
	await expect(updateLine(page)).toBeVisible();
	await expect(field).toHaveValue('06 00 12 34 56');
	expect(await isSame(page)).toBe(true);

	// The form of before is taken by the server of after, once.
	await page.getByRole('button', { name: 'Envoyer au guichet' }).click();
	await expect.poll(declared).toBe(1);
	await page.goto(`${phone.origin}/espace/messages`);
	const after = await shellOf(page);
	expect(after).not.toBe(before);
	await expect(updateLine(page)).toBeVisible();

	// The worker of before goes on answering, beside the new one that waits.
	await context.setOffline(true);
	await page.goto(`${phone.origin}/guide/cotation`);
	await expect(page.locator('html')).toHaveAttribute('data-kept', /\d{4}/);
	expect(await shellOf(page)).toBe(before);
	await context.setOffline(false);

	await page.goto(`${phone.origin}/espace/messages`);
	await expect(updateLine(page)).toBeVisible();
	const loaded = page.waitForEvent('load');
	await updateLine(page).getByRole('button', { name: 'Utiliser la nouvelle version' }).click();
	await loaded;
	await expect(updateLine(page)).toBeHidden();

	// And back: a page of the new release, in a tunnel, while the server returns to the release of before.
	const newForms = await touch(page, 'textarea[name=message]');
	expect(newForms.name).not.toBe(forms.name);
	await page.locator('textarea[name=message]').fill('Écrit sous l’autre version');
	await mark(page);
	await context.setOffline(true);
	await page.getByRole('button', { name: 'Envoyer' }).click();
	const line = page.locator('[data-phone="queue"]');
	await expect(line.getByText('pas encore envoyé')).toBeVisible();
	await phone.stop();
	rollBack(OTHER);
	await phone.serve(OTHER);
	await context.setOffline(false);
	await expect(line.locator('[data-state="sent"]')).toBeVisible();
	expect(await isSame(page)).toBe(true);
	expect((await page.request.get(phone.origin + newForms.name)).status()).toBe(200);
	await lookForUpdate(page);
	await expect(updateLine(page)).toBeVisible();
	await page.goto(`${phone.origin}/espace/messages`);
	expect(await shellOf(page)).toBe(before);
	await expect(page.getByText('Écrit sous l’autre version')).toHaveCount(1);
});
