import { expect, test, type Page } from '@playwright/test';
import { proposalsOf } from '../../src/lib/server/changes/queries.ts';
import { sendMessage } from '../../src/lib/server/conversations/send-message.ts';
import { agentOf, as, newApplicant } from '../support/booking.ts';
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

test('a form left in a tunnel is filled in again when somebody comes back to it', async ({
	page,
	context
}) => {
	await signedIn(page);
	await page.goto('/espace/demande/changer/contact');
	const phone = page.locator('main [name=telephone]');
	await touched(page, 'main [name=telephone]');
	await phone.fill('06 00 12 34 56');
	await context.setOffline(true);
	await expect(page.locator('[data-phone="offline"]')).toBeVisible();
	// Even leaving and coming back in this tab loses nothing.
	await context.setOffline(false);
	await page.goto('/espace');
	await page.goto('/espace/demande/changer/contact');
	await expect(phone).toHaveValue('06 00 12 34 56');
	await expect(page.getByText('Nous avons remis ce que vous aviez écrit')).toBeVisible();
});

test('what is typed about one fact is not put into the form of another', async ({ page }) => {
	await signedIn(page);
	await page.goto('/espace/demande/corriger?fait=loyer');
	await touched(page, '[name=faux]');
	await page.locator('[name=faux]').fill('Le loyer a baissé en octobre');
	await expect.poll(() => kept(page)).toHaveLength(1);
	await page.goto('/espace/demande/corriger?fait=occupation');
	await expect(page.locator('[name=faux]')).toHaveValue('');
	await page.goto('/espace/demande/corriger?fait=loyer');
	await expect(page.locator('[name=faux]')).toHaveValue('Le loyer a baissé en octobre');
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
	await expect(line.getByText('pas encore envoyé')).toBeVisible();
	await expect(line.locator('[data-state="sent"]')).toBeHidden();
	await context.setOffline(false);
	await page.evaluate(() => dispatchEvent(new Event('online')));
	await expect(line.locator('[data-state="sent"]')).toBeVisible();
	// The same sending again, as a phone does that never heard the answer, is the same message.
	await page.goto('/espace/messages');
	await expect(page.getByText('Écrit dans le tunnel')).toHaveCount(1);
	expect(await kept(page)).toEqual([]);
});

test('a fact said to be wrong without a network waits, and is asked once', async ({
	page,
	context
}) => {
	const who = await signedIn(page);
	await page.goto('/espace/demande/corriger?fait=loyer');
	await workerReady(page);
	await touched(page, '[name=faux]');
	await page.locator('[name=faux]').fill('Mal recopié');
	await page.locator('main [name=loyer]').fill('890');
	await context.setOffline(true);
	await page.getByRole('button', { name: 'Demander la correction' }).click();
	const line = page.locator('[data-phone="queue"]');
	await expect(line.getByText('pas encore envoyé')).toBeVisible();
	const asked = () =>
		as(who, (tx, actor) => proposalsOf(tx, actor, who.applicationId)).then((all) => all.length);
	expect(await asked()).toBe(0);
	await context.setOffline(false);
	await page.evaluate(() => dispatchEvent(new Event('online')));
	await expect(line.locator('[data-state="sent"]')).toBeVisible();
	expect(await asked()).toBe(1);
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

test('what waited while somebody else signed in is refused, said not to be sent, and kept no longer', async ({
	page,
	context
}) => {
	await signedIn(page);
	await page.goto('/espace/messages');
	await touched(page, 'textarea[name=message]');
	await page.locator('textarea[name=message]').fill('De qui n’est plus là');
	await context.setOffline(true);
	await page.getByRole('button', { name: 'Envoyer' }).click();
	const line = page.locator('[data-phone="queue"]');
	await expect(line.getByText('pas encore envoyé')).toBeVisible();
	await signedIn(page);
	await context.setOffline(false);
	await expect(line.getByText('Cela n’a pas pu être envoyé.')).toBeVisible();
	await expect(line.getByRole('link', { name: 'Ouvrir la page' })).toBeVisible();
	await page.goto('/espace/messages');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expect(page.getByText('De qui n’est plus là')).toHaveCount(0);
	await expect.poll(() => kept(page)).toEqual([]);
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
	const day = page.locator('[data-phone="offline"] time');
	await expect(day).toBeVisible();
	await expect(day).toContainText(/\d{4}/);
});

test('whatever an older version left in the browser, the page works and forms wait', async ({
	page,
	context
}) => {
	await signedIn(page);
	await page.goto('/espace/messages');
	const tag = await page.locator('[data-person]').getAttribute('data-person');
	await page.evaluate(async (person) => {
		sessionStorage.setItem(`forme:${person}:form:/espace/messages#0`, '{"champs":');
		sessionStorage.setItem(`forme:${person}:form:/ailleurs#0`, 'null');
		sessionStorage.setItem(`forme:${person}:queue:ancien`, '{"version":1}');
		sessionStorage.setItem('brouillon', '"autrefois"');
		localStorage.setItem('carte', person);
		await new Promise((done) => {
			indexedDB.open('carte', 1).onsuccess = ({ target }) => {
				(target as IDBOpenDBRequest).result.close();
				done(null);
			};
		});
	}, tag!);
	await page.goto('/espace/messages');
	await page.locator('textarea[name=message]').fill('Après la nouvelle version');
	await page.waitForLoadState('networkidle');
	await context.setOffline(true);
	await page.getByRole('button', { name: 'Envoyer' }).click();
	await expect(page.locator('[data-phone="queue"]').getByText('pas encore envoyé')).toBeVisible();
});

test('the icon’s badge goes when the news is read, and with whoever it was for', async ({
	page
}) => {
	await page.addInitScript(() => {
		Object.assign(navigator, {
			clearAppBadge: async () => void document.documentElement.setAttribute('data-cleared', '')
		});
	});
	const who = await signedIn(
		page,
		await newApplicant({ email: 'n@exemple.test', commune: '06004' })
	);
	const { applicationId } = who;
	const written = { applicationId, body: 'Il manque une page.', sendingId: crypto.randomUUID() };
	await as(await agentOf('antibes'), (tx, agent) => sendMessage(tx, agent, written));
	const root = page.locator('html');
	await page.goto('/espace');
	await expect(page.locator('[data-unread]').first()).toHaveAttribute('data-unread', '1');
	await expect(root).not.toHaveAttribute('data-cleared');
	await page.goto('/espace/messages');
	await expect(root).toHaveAttribute('data-cleared');
	await page.context().clearCookies();
	await page.goto('/connexion');
	await expect(root).toHaveAttribute('data-cleared');
});
