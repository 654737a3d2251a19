import { expect, test } from '@playwright/test';
import { AMINA, signInApplicant } from '../support/sign-in.ts';

test('a visitor makes a list of papers from a few questions, without a name @nojs', async ({
	page
}) => {
	await page.goto('/pieces');
	await page.getByText('Deux', { exact: true }).click();
	await page.locator('[name=nationalite]').selectOption('1');
	await page.locator('[name=nationalite2]').selectOption('3');
	await page.locator('[name=enfants]').fill('2');
	await page.locator('[name=logement]').selectOption('CP');
	await page.getByRole('button', { name: 'Voir ma liste' }).click();
	const list = page.getByRole('region', { name: 'Votre liste de papiers' });
	await expect(list.getByText('Titre de séjour').first()).toBeVisible();
	await expect(list.getByText('Parce qu’il y a des enfants dans le foyer.')).toBeVisible();
	await expect(list.getByText('Parce que la demande dit : Chez un particulier.')).toBeVisible();
	await expect(list.getByText('Ne convient pas : Un titre dont la date est passée')).toBeVisible();
	await expect(list.getByText('Quittance de loyer')).toHaveCount(0);
	await expect(page.locator('[name=enfants]')).toHaveValue('2');
});

test('an applicant reads the list of their own household, person by person', async ({
	page,
	context
}) => {
	await signInApplicant(context, AMINA);
	await page.goto('/espace/pieces');
	await page.getByRole('link', { name: 'Votre liste de papiers' }).click();
	await expect(page.getByRole('heading', { name: 'À donner maintenant' })).toBeVisible();
	await expect(page.getByRole('heading', { name: /Amina/ }).first()).toBeVisible();
	await expect(page.getByText('Parce qu’il y a des enfants dans le foyer.')).toBeVisible();
});
