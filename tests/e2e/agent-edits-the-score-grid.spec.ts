import { expect, test } from '@playwright/test';
import { AMINA, HEAD, signInApplicant, signInStaff } from '../support/sign-in.ts';

/** Far enough for nobody’s score of today to move: other tests read them at the same time. */
const BEGINS = '2031-03-01';
const CHANGED = 'Loyer trop lourd';

test('a grid is changed field by field as a new version; the one in force stays as it is', async ({
	page,
	context
}) => {
	await signInStaff(context, HEAD);
	await page.goto('/agent/cotation');
	const inForce = page.getByRole('row').filter({ hasText: 'En vigueur' });
	const published = await inForce.getByRole('link').first().getAttribute('href');
	await inForce.getByRole('button', { name: /^Préparer une grille d’après celle-ci/ }).click();
	await expect(page.getByText('Brouillon : rien ne change')).toBeVisible();

	const row = page.getByRole('row').filter({ hasText: CHANGED });
	await row.getByRole('link', { name: `Modifier ${CHANGED}` }).click();
	const points = page.getByRole('textbox', { name: /^Points(?! au plus)/ });
	await points.fill('beaucoup');
	await page.getByRole('button', { name: 'Enregistrer' }).click();
	await expect(page.getByRole('link', { name: 'Écrivez un nombre entier.' })).toBeVisible();
	await points.fill('9');
	await page.getByRole('button', { name: 'Enregistrer' }).click();
	await expect(page.getByText('C’est enregistré.')).toBeVisible();
	await expect(row).toContainText('9 points');

	await page.getByLabel('Date de début').fill(BEGINS);
	await page.getByRole('button', { name: 'Publier cette grille' }).click();
	await expect(page.getByText('La grille est publiée.')).toBeVisible();
	await expect(page.getByRole('row').filter({ hasText: '1er mars 2031' })).toContainText('À venir');

	await page.goto(published ?? '');
	await expect(row).toContainText('8 points');
	await expect(page.getByRole('link', { name: /^Modifier/ })).toHaveCount(0);
	await expect(page.getByRole('button', { name: 'Publier cette grille' })).toHaveCount(0);
});

test('a past score stays explained, line by line', async ({ page, context }) => {
	await signInApplicant(context, AMINA);
	await page.goto('/espace/cotation');
	await page.getByText('Voir ce qui a changé, et quand').click();
	const past = page.getByRole('table').getByRole('row').last().getByRole('link');
	await past.click();
	await expect(page).toHaveURL(/\/espace\/cotation\/[\w-]{36}$/);
	await expect(page.getByRole('heading', { name: 'Enfants mineurs' })).toBeVisible();
	await expect(page.getByRole('main')).toContainText('+8 points');
});
