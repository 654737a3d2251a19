import { expect, test, type Locator, type Page } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { closeDatabase } from '../../src/lib/server/db/client.ts';
import { paper } from '../../src/lib/server/db/schema/documents.ts';
import { as, TESTING } from '../support/booking.ts';
import { HEAD, signInStaff } from '../support/sign-in.ts';
import { ownDesk } from '../support/papers/own-desk.ts';

/**
 * An agent decides on papers: by keyboard alone, with the mouse, and without JavaScript (tag @nojs). Each test has an
 * agent and papers of its own, since what is decided once cannot be decided again.
 */
test.use({ viewport: { width: 1280, height: 800 } });
test.afterAll(() => closeDatabase());

const card = { category: 'national_id_card' };
const tax = { category: 'tax_notice_n2' };
const slips = { category: 'payslips' };

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const notice = (page: Page) => page.getByRole('status').first();

/** Opens the most urgent paper, as an agent begins the morning; the shortcuts are there once the page is loaded. */
async function begin(page: Page, open = (link: Locator) => link.click()): Promise<void> {
	await page.goto('/agent/pieces');
	await open(page.getByRole('link', { name: /le plus urgent/ }));
	await page.waitForURL(/\/agent\/pieces\/[0-9a-f-]{36}/);
	await expect(heading(page)).toBeVisible();
}

/** The paper on the screen, by its address. */
const current = (page: Page) => new URL(page.url()).pathname;

test('an agent decides on several papers by keyboard alone, two keys each', async ({
	page,
	context
}) => {
	await ownDesk(context, card, tax, slips, card, tax);
	await begin(page, (link) => link.press('Enter'));
	for (let done = 0; done < 3; done += 1) {
		await expect(page.locator('img[data-page]').first()).toBeVisible();
		const before = current(page);
		let keys = 0;
		for (const key of ['Digit1', 'a']) {
			await page.keyboard.press(key);
			keys += 1;
		}
		await expect(page).toHaveURL(/fait=accepte/);
		await expect.poll(() => current(page)).not.toBe(before);
		await expect(notice(page)).toContainText('accepté');
		// Where the eyes and a screen reader go on: the next paper's name.
		await expect(heading(page)).toBeFocused();
		expect(keys).toBeLessThanOrEqual(3);
	}
	// Not this one: the reason, a word, the message as it will be read, and it goes.
	await page.keyboard.press('r');
	await page.keyboard.press('Space');
	await page.keyboard.press('Tab');
	await page.keyboard.type('Il manque a 1 date.');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: 'Le message, avant l’envoi' })).toBeFocused();
	const message = page.getByRole('region', { name: 'Le message, avant l’envoi' });
	await expect(message).toContainText('Il manque a 1 date.');
	await page.keyboard.press('e');
	await expect(page).toHaveURL(/fait=redemande/);
	await expect(notice(page)).toContainText('redemandé');
});

test('the next paper’s picture is there before it is asked for', async ({ page, context }) => {
	await ownDesk(context, card, tax);
	const asked: string[] = [];
	page.on('request', (request) => {
		if (/\/pages\/1$/.test(request.url())) asked.push(new URL(request.url()).pathname);
	});
	await begin(page);
	const ahead = await page.locator('[data-desk]').getAttribute('data-ahead');
	await expect.poll(() => asked).toContain(ahead);
	await page.keyboard.press('1');
	await page.keyboard.press('a');
	await expect(page).toHaveURL(/fait=accepte/);
	await expect(page.locator('img[data-page]').first()).toHaveAttribute('src', ahead!);
	expect(asked.filter((path) => path === ahead)).toHaveLength(1);
});

test('a key typed in a field is a letter, and the shortcuts can be turned off', async ({
	page,
	context
}) => {
	await ownDesk(context, card, tax);
	await begin(page);
	const before = current(page);
	await page.getByText('Note pour vos collègues').first().click();
	const note = page.getByLabel('Note pour vos collègues');
	await note.pressSequentially('as1?');
	await expect(note).toHaveValue('as1?');
	expect(current(page)).toBe(before);
	await heading(page).click();

	await page.keyboard.press('?');
	const list = page.getByRole('dialog', { name: 'Raccourcis clavier' });
	await expect(list).toBeVisible();
	await list.getByLabel(/Utiliser les raccourcis/).uncheck();
	await page.keyboard.press('Escape');
	await expect(list).toBeHidden();
	await page.keyboard.press('s');
	await page.keyboard.press('1');
	expect(current(page)).toBe(before);
	await expect(page.locator('input[name=nature]:checked')).toHaveCount(0);
	await expect(page.locator('[data-desk] kbd').first()).toBeHidden();
	// It holds on this computer, and is turned on again where it was turned off.
	await page.reload();
	await page.getByRole('button', { name: /Raccourcis clavier/ }).click();
	await list.getByLabel(/Utiliser les raccourcis/).check();
	await list.getByRole('button', { name: 'Fermer' }).click();
	await page.keyboard.press('s');
	await expect.poll(() => current(page)).not.toBe(before);
});

test('without JavaScript: two clicks to accept, and the message is read before it goes @nojs', async ({
	page,
	context
}) => {
	await ownDesk(context, card, tax, slips);
	await begin(page);
	const first = current(page);
	await page.locator('input[name=nature]').first().check();
	await page.getByRole('button', { name: /Accepter ce papier/ }).click();
	await expect(page).toHaveURL(/fait=accepte/);
	expect(current(page)).not.toBe(first);

	// Nothing chosen: the browser or the page says so, and nothing is lost.
	await page.locator('summary').filter({ hasText: 'Demander de nouveau' }).click();
	await page.getByLabel('Page ou verso manquant').check();
	await page.getByLabel(/Un mot de votre part/).fill('Le verso manque.');
	await page.getByRole('button', { name: /Lire le message/ }).click();
	const message = page.getByRole('region', { name: 'Le message, avant l’envoi' });
	await expect(message).toContainText('Il manque une page');
	await expect(message).toContainText('Le verso manque.');
	await message.getByRole('button', { name: /Envoyer ce message/ }).click();
	await expect(page).toHaveURL(/fait=redemande/);
	await page.getByRole('link', { name: 'Revoir ce papier' }).click();
	await expect(page.getByText('À renvoyer', { exact: true })).toBeVisible();
	await expect(page.getByText('Inexploitable').first()).toBeVisible();
});

test('an agent turns a page, and cuts a file that holds two documents @nojs', async ({
	page,
	context
}) => {
	const { papers } = await ownDesk(context, {
		...tax,
		colours: ['white', 'red', 'blue', 'black', 'white']
	});
	await page.goto(`/agent/pieces/${papers[0]}`);
	await expect(page.locator('img[data-page]')).toHaveCount(5);
	const first = page.locator('#page-1 img');
	const [width, height] = [await first.getAttribute('width'), await first.getAttribute('height')];
	await page.getByRole('button', { name: 'Tourner à droite : la page 1' }).click();
	await expect(page).toHaveURL(/fait=tourne#page-1/);
	await expect(first).toHaveAttribute('width', height!);
	await expect(first).toHaveAttribute('height', width!);

	const third = page.locator('#page-3');
	await third.getByText('Couper ici').click();
	await third.getByLabel('Quel est cet autre papier ?').selectOption({
		label: 'Trois derniers bulletins de salaire'
	});
	await third.getByRole('button', { name: 'Faire deux papiers' }).click();
	await expect(notice(page)).toContainText('coupé en deux');
	await expect(page.locator('img[data-page]')).toHaveCount(2);
	const other = page.getByRole('link', { name: 'Trois derniers bulletins de salaire' });
	await other.click();
	await expect(page.locator('img[data-page]')).toHaveCount(3);
});

test('a file that the antivirus cannot check is asked for again, with the reason', async ({
	page,
	context
}) => {
	const { papers } = await ownDesk(context, { ...tax, colours: [] });
	await as(TESTING, (tx) =>
		tx.update(paper).set({ waitingFor: 'antivirus-limit' }).where(eq(paper.id, papers[0]!))
	);
	await page.goto(`/agent/pieces/${papers[0]}`);
	const main = page.getByRole('main');
	await expect(main.getByText('Un nouvel essai ne changera rien')).toBeVisible();
	await expect(main.getByRole('button', { name: /Accepter/ })).toHaveCount(0);
	await page.locator('summary').filter({ hasText: 'Demander de nouveau' }).click();
	await page.getByLabel('Fichier que nous ne pouvons pas ouvrir').check();
	await page.getByRole('button', { name: /Lire le message/ }).click();
	const message = page.getByRole('region', { name: 'Le message, avant l’envoi' });
	await expect(message).toContainText('Vous pouvez aussi l’apporter au guichet');
	await message.getByRole('button', { name: /Envoyer ce message/ }).click();
	await expect(page).toHaveURL(/fait=redemande/);
});

test('a sensitive paper is seen to exist, and no more, without the right', async ({
	page,
	context
}) => {
	await ownDesk(context, { category: 'medical_certificate', asked: true });
	await page.goto('/agent/pieces?type=motive');
	await page.getByRole('link', { name: /Certificat médical/ }).click();
	await expect(page.getByText('vous ne pouvez pas voir son contenu')).toBeVisible();
	await expect(page.locator('img[data-page]')).toHaveCount(0);
	await expect(page.getByRole('button', { name: /Accepter/ })).toHaveCount(0);
	const picture = await page.request.get(`${current(page)}/pages/1`);
	expect(picture.status()).toBe(403);
	expect((await page.request.get('/agent/pieces/droits')).status()).toBe(403);
});

test('accepted papers of a request are deposited together, and the page says what is destroyed @nojs', async ({
	page,
	context
}) => {
	await ownDesk(context, { ...card, accepted: true }, { ...slips, accepted: true });
	await page.goto('/agent/pieces?liste=a-deposer');
	await page
		.getByRole('link', { name: /^Déposer dans le SNE/ })
		.first()
		.click();
	await expect(page.getByText(/le fichier, ses pages et sa clé/)).toBeVisible();
	const file = await page
		.getByRole('link', { name: /^Télécharger/ })
		.first()
		.getAttribute('href');
	const answer = await page.request.get(file!);
	expect(answer.headers()['content-disposition']).toContain('attachment');
	expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-');
	await page.getByRole('button', { name: 'C’est déposé dans le SNE' }).click();
	await expect(notice(page)).toContainText('noté');
	await expect(page.getByRole('heading', { name: 'Déjà déposés' })).toBeVisible();
});

test('the head of service alone accepts in writing that papers have no antivirus, and ends it', async ({
	page,
	context
}) => {
	await ownDesk(context, card);
	await page.goto('/agent/pieces/antivirus');
	await expect(page.getByText('Seule la personne responsable')).toBeVisible();
	const headers = { origin: new URL(page.url()).origin };
	const form = { decision: 'Un agent ne prend pas cette décision à sa place.' };
	const answer = await page.request.post('/agent/pieces/antivirus?/accepter', { headers, form });
	expect(answer.status()).toBe(403);

	await signInStaff(context, HEAD);
	await page.goto('/agent/pieces/antivirus');
	await expect(page.getByText(/^ClamAV .* a répondu/)).toBeVisible();
	const decision = page.getByLabel(/Votre décision/);
	await decision.fill('Oui.');
	await page.getByRole('button', { name: 'Accepter ce risque par écrit' }).click();
	await expect(page.getByText('Écrivez entre 30 et').first()).toBeVisible();
	await expect(decision).toHaveValue('Oui.');
	await decision.fill('Petit site sans antivirus ; la responsable du service en répond.');
	await page.getByRole('button', { name: 'Accepter ce risque par écrit' }).click();
	await expect(notice(page)).toContainText('Votre décision est gardée');
	await expect(page.getByText('la responsable du service en répond')).toBeVisible();
	await page.getByRole('button', { name: 'Mettre fin à cette décision' }).click();
	await expect(notice(page)).toContainText('a pris fin');
});
