import { expect, test, type Page } from '@playwright/test';
import { guideKept, workerReady } from '../support/phone.ts';
import { signedIn } from '../support/papers/screen.ts';

const kept = (page: Page) =>
	page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('forme:')));
/** The script of forms comes with the first touch. */
async function touched(page: Page, selector: string): Promise<void> {
	const script = page.waitForResponse(/forms\.[\w-]+\.js$/);
	await page.locator(selector).first().focus();
	await script;
	await page.waitForLoadState('networkidle');
}

test('a form in a tunnel keeps what was typed, says so, and is sent once the network is back', async ({
	page,
	context
}) => {
	await signedIn(page);
	await page.goto('/espace/demande/corriger?fait=loyer');
	await workerReady(page);
	const wrong = page.locator('[name=faux]');
	await touched(page, '[name=faux]');
	await wrong.fill('Le loyer a baissé en octobre');
	await context.setOffline(true);
	await expect(page.locator('[data-phone="offline"]')).toBeVisible();
	await page.locator('main form button:not([type=button])').last().click();
	await expect(page.locator('[data-phone="form"]')).toBeVisible();
	await expect(wrong).toHaveValue('Le loyer a baissé en octobre');
	// Even leaving and coming back in this tab loses nothing.
	await context.setOffline(false);
	await page.goto('/espace');
	await page.goto('/espace/demande/corriger?fait=loyer');
	await expect(wrong).toHaveValue('Le loyer a baissé en octobre');
	await expect(page.getByText('Nous avons remis ce que vous aviez écrit')).toBeVisible();
});

test('what was sent and arrived is kept no longer', async ({ page }) => {
	await signedIn(page);
	await page.goto('/rendez-vous/demander?motif=enregistrement&guichet=antibes');
	const field = page.locator('main form textarea, main form input[type=text]').first();
	await touched(page, 'main form textarea, main form input[type=text]');
	await field.fill('mots de passage');
	await expect.poll(() => kept(page)).toHaveLength(1);
	await page.evaluate(() => {
		const key = Object.keys(sessionStorage).find((name) => name.startsWith('forme:'))!;
		const value = JSON.parse(sessionStorage.getItem(key)!);
		sessionStorage.setItem(key, JSON.stringify({ ...value, sent: true }));
	});
	await page.goto('/espace');
	await expect.poll(() => kept(page)).toEqual([]);
});

test('a password is never kept', async ({ page }) => {
	await page.goto('/connexion');
	await touched(page, '[name=numero]');
	await page.locator('[name=numero]').fill('006032500012306A01');
	await page.locator('[name=motdepasse]').fill('un-secret-de-passage');
	const stored = await page.evaluate(() => JSON.stringify(sessionStorage));
	expect(stored).not.toContain('un-secret-de-passage');
	expect(stored).not.toContain('006032500012306A01');
});

test('a message written without a network waits, is sent once, and is said as sent only then', async ({
	page,
	context
}) => {
	await signedIn(page);
	await page.goto('/espace/messages');
	await workerReady(page);
	await touched(page, 'textarea[name=message]');
	await page.locator('textarea[name=message]').fill('Écrit dans le tunnel');
	await context.setOffline(true);
	await page.getByRole('button', { name: 'Envoyer' }).click();
	const line = page.locator('[data-phone="queue"]');
	await expect(line).toContainText('pas encore envoyé');
	await expect(line.locator('[data-state="sent"]')).toBeHidden();
	await context.setOffline(false);
	await page.evaluate(() => dispatchEvent(new Event('online')));
	await expect(line.locator('[data-state="sent"]')).toBeVisible();
	// The same sending again, as a phone does that never heard the answer, is the same message.
	await page.goto('/espace/messages');
	await expect(page.getByText('Écrit dans le tunnel')).toHaveCount(1);
	expect(await kept(page)).toEqual([]);
});

test('what waits is never sent under somebody else', async ({ page, context }) => {
	await signedIn(page);
	await page.goto('/espace/messages');
	const tag = await page.locator('[data-person]').getAttribute('data-person');
	await signedIn(page);
	const answer = await context.request.post('/espace/messages', {
		headers: { 'x-personne': tag ?? '', origin: new URL(page.url()).origin },
		form: { message: 'De la première personne', envoi: crypto.randomUUID() }
	});
	expect(answer.status()).toBe(409);
	await page.goto('/espace/messages');
	await expect(page.getByText('De la première personne')).toHaveCount(0);
});

test('a new version waits until the person says so, and a form in progress loses nothing', async ({
	page
}) => {
	await signedIn(page);
	await page.goto('/espace/demande/corriger?fait=loyer');
	await workerReady(page);
	await touched(page, '[name=faux]');
	await page.locator('[name=faux]').fill('En train d’écrire');
	// Another address of the same worker is to the browser what a new version is.
	await page.evaluate(() => navigator.serviceWorker.register('/service-worker.js?suite'));
	const line = page.locator('[data-phone="update"]');
	await expect(line).toBeVisible();
	await expect(page.locator('[name=faux]')).toHaveValue('En train d’écrire');
	await Promise.all([
		page.waitForEvent('load'),
		line.getByRole('button', { name: 'Utiliser la nouvelle version' }).click()
	]);
	await expect(page.locator('[name=faux]')).toHaveValue('En train d’écrire');
});

test('a guide read without a network says that it is a kept copy', async ({ page, context }) => {
	await page.goto('/guide/cotation');
	await guideKept(page);
	await context.setOffline(true);
	await page.reload();
	await expect(page.locator('[data-phone="offline"] time')).toContainText(/\d{4}/);
});
