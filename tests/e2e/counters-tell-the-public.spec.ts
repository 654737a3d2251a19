import { expect, test, type Page } from '@playwright/test';
import { weekdayInWords } from '../../src/lib/domain/words.ts';
import { today } from '../../src/lib/server/clock.ts';
import { tabTo } from '../support/keyboard.ts';
import { ownCounter } from '../support/own-counter.ts';
import { HEAD, signInStaff } from '../support/sign-in.ts';

/** The lines of the list of counters, in the order in which they stand. */
const lines = (page: Page) => page.locator('[data-counters] > li');

/** Writes the hours of one day of the week, and empties the others. */
async function writeHours(page: Page, slug: string, weekday: number, hours: string) {
	await page.goto(`/agent/guichets/${slug}/horaires`);
	const main = page.getByRole('main');
	for (let day = 1; day <= 7; day += 1)
		await main.getByLabel(weekdayInWords(day, 'fr')).fill(day === weekday ? hours : '');
	await main.getByLabel('Ces horaires sont vérifiés').check();
	await main.getByRole('button', { name: 'Enregistrer les horaires' }).click();
	await expect(main).toContainText('Les horaires sont enregistrés');
}

test('an agent writes when a counter is open and what happens today, and the public reads it @nojs', async ({
	page,
	context,
	browser
}) => {
	// Nobody books at a branch: its hours are this test's own.
	const slug = ownCounter(['antenne-1', 'antenne-2']);
	await signInStaff(context, HEAD);
	const visitor = await (await browser.newContext()).newPage();
	const line = lines(visitor).filter({ has: visitor.locator(`a[href="/guichets/${slug}"]`) });
	const { dayOfWeek } = today();

	await writeHours(page, slug, dayOfWeek, '0h30-23h30');
	await visitor.goto('/guichets');
	await expect(line).toContainText('Ouvert maintenant, jusqu’à 23');
	await visitor.goto(`/guichets/${slug}`);
	await expect(visitor.getByRole('main')).toContainText('Ouvert maintenant');

	await writeHours(page, slug, (dayOfWeek % 7) + 1, '9h-12h');
	await visitor.goto('/guichets');
	await expect(line).toContainText(/Fermé.*9/s);

	await page.goto(`/agent/guichets/${slug}/avis`);
	const main = page.getByRole('main');
	await main.getByRole('radio', { name: 'Horaires réduits' }).check();
	await main.getByLabel('Précision en français').fill('Accueil jusqu’à midi (essai).');
	await main.getByLabel('Premier jour').fill(today().toString());
	await main.getByRole('button', { name: 'Publier cet avis' }).click();
	await expect(main).toContainText('L’avis est publié.');
	await visitor.reload();
	await expect(line).toContainText('Horaires réduits');
	await expect(line).toContainText('Accueil jusqu’à midi (essai).');
	await visitor.goto('/ar/guichets');
	await expect(visitor.locator('[data-counters]')).toContainText('Accueil jusqu’à midi (essai).');

	await main.getByRole('button', { name: /Retirer/ }).click();
	await expect(main).not.toContainText('Accueil jusqu’à midi (essai).');
	await visitor.goto('/guichets');
	await expect(line).not.toContainText('Horaires réduits');
});

test('a visitor names a commune, and the list begins with what is nearest @nojs', async ({
	page
}) => {
	await page.goto('/guichets');
	await page.getByRole('main').getByRole('searchbox').fill('biot');
	await page.getByRole('main').getByRole('searchbox').press('Enter');
	await expect(lines(page).first()).toContainText('Biot');
	await expect(page).toHaveURL(/\/guichets\?q=biot$/);
	const far = (await lines(page).locator('[data-far]:not([hidden])').allTextContents()).map(
		(text) => Number(/\d+/.exec(text)?.[0] ?? 0)
	);
	expect(far.length).toBeGreaterThan(15);
	expect(far).toEqual(far.toSorted((a, b) => a - b));
	// In another language the same question is asked.
	await page.locator('footer a[hreflang="en"]').click();
	await expect(page).toHaveURL(/\/en\/guichets\?q=biot$/);
	await expect(lines(page).first()).toContainText('Biot');
});

test.describe('a visitor who lets the phone say where it is', () => {
	const VALBONNE = { latitude: 43.6413, longitude: 7.0089 };
	// What the service worker fetches when idle is not this page's doing.
	test.use({ serviceWorkers: 'block', geolocation: VALBONNE, permissions: ['geolocation'] });

	test('sees the nearest counter first, and the position goes nowhere', async ({ page }) => {
		await page.goto('/guichets');
		const before = await lines(page).first().textContent();
		expect(before).not.toContain('Valbonne');
		await page.waitForLoadState('networkidle');
		const sent: string[] = [];
		page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
		await page.getByRole('button', { name: 'Trouver le plus proche de moi' }).click();
		await expect(lines(page).first()).toContainText('Valbonne');
		await expect(page.getByText('La liste commence par le guichet le plus proche')).toBeVisible();
		// Asked for, used, forgotten: no request at all, nothing kept, nothing in the address.
		expect(sent).toEqual([]);
		expect(page.url()).toMatch(/\/guichets$/);
		const kept = await page.evaluate(() =>
			[document.cookie, ...Object.values(localStorage), ...Object.values(sessionStorage)].join()
		);
		expect(kept).not.toContain('43.6');
		await page.reload();
		await expect(lines(page).first()).not.toContainText('Valbonne');
	});
});

test('a visitor who refuses to say where they are is told to write their commune', async ({
	page
}) => {
	await page.goto('/guichets');
	await page.getByRole('button', { name: 'Trouver le plus proche de moi' }).click();
	await expect(page.getByText('Écrivez le nom de votre commune.')).toBeVisible();
	await expect(lines(page)).toHaveCount(24);
});

test('the map of the counters is walked with the keyboard alone @nojs', async ({ page }) => {
	await page.goto('/guichets');
	const map = page.getByRole('group', { name: /Carte simplifiée des 24 communes/ });
	await expect(map.getByRole('link')).toHaveCount(22);
	await map.getByRole('link').first().focus();
	await tabTo(page, /^Valbonne$/);
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/guichets\/valbonne$/);
});
