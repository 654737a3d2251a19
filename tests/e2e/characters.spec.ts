import { expect, test, type Page } from '@playwright/test';
import type { CharacterName } from '../../drizzle/seed/demo/characters.ts';
import { HELPER, signInCharacter, signInHelper } from '../support/sign-in.ts';

/** What each characteristic person must read first: where the request stands, what to do, why. */
/** Those who answer below are not read at the same time. */
type Read = Exclude<CharacterName, 'offer_phone' | 'offer_plain' | 'helped_phone' | 'helped_plain'>;

const READ: Record<Read, { state: RegExp; next: RegExp; also?: RegExp[] }> = {
	registered: { state: /enregistrée/, next: /Envoyez vos papiers/ },
	papers: {
		state: /enregistrée/,
		next: /Envoyez vos papiers/,
		also: [/manquent/, /Carte nationale d’identité/]
	},
	positioned: {
		state: /n’est pas encore attribué/,
		next: /Envoyez vos papiers/,
		also: [/Proposé ne veut pas dire attribué/]
	},
	ranked: {
		state: /classé plusieurs personnes/,
		next: /./,
		also: [/Votre rang pour ce logement\s: 2/]
	},
	conditional: {
		state: /sous une condition/,
		next: /condition/,
		also: [/À remplir au plus tard le \p{L}+ \d/u, /(Fournir|Remettre) le /]
	},
	not_granted: { state: /n’a pas retenu/, next: /./, also: [/reste valable/, /Motif écrit/] },
	offer_dalo: { state: /une offre/, next: /Répondez à votre offre/, also: [/DALO reconnu/] },
	offer: { state: /une offre/, next: /Répondez à votre offre/, also: [/Il reste 8 jours/] },
	refused: { state: /refusé une offre/, next: /./, also: [/reste valable/] },
	housed: { state: /signé un bail/, next: /rien à faire/, also: [/signé le bail/, /R441-2-8 a/] },
	renounced: { state: /radiée/, next: /nouvelle demande/, also: [/renoncé par écrit/] },
	no_contact: { state: /radiée/, next: /contester/, also: [/sans réponse/, /un mois avant/] },
	inadmissible: { state: /radiée/, next: /contester/, also: [/R441-2-8 d/] },
	not_renewed: { state: /radiée/, next: /nouvelle demande/, also: [/pas été renouvelée/] },
	renew: { state: /enregistrée/, next: /Renouvelez/, also: [/Il reste \d+ jours/] },
	dalo: { state: /enregistrée/, next: /./, also: [/DALO reconnu/, /à vérifier à l’instruction/] },
	separating: {
		state: /enregistrée/,
		next: /./,
		also: [/Ce que vous avez demandé/, /Je me sépare/, /Envoyé au guichet/]
	},
	helped: { state: /enregistrée/, next: /./ },
	warned: { state: /enregistrée/, next: /Répondez au courrier/, also: [/Répondez avant le/] }
};

/** A picture of the whole page, with the results of the test. */
async function photograph(page: Page, name: string): Promise<void> {
	const path = `test-results/characters/${name}.png`;
	await page.screenshot({ path, fullPage: true });
	await test.info().attach(name, { path, contentType: 'image/png' });
}

for (const [name, read] of Object.entries(READ) as [Read, (typeof READ)['offer']][]) {
	test(`${name}: reads where the request stands, what to do and why`, async ({ page, context }) => {
		await signInCharacter(context, name);
		await page.goto('/espace');
		await expect(page.getByTestId('state')).toContainText(read.state);
		await expect(page.locator('.band .title')).toContainText(read.next);
		for (const text of read.also ?? []) await expect(page.getByRole('main')).toContainText(text);
		// One thing to do, as one button.
		await expect(page.locator('main .band').getByRole('link')).toHaveCount(1);
		await photograph(page, name);
	});
}

test('helped: reads who helps them, what they may do, and what they did', async ({
	page,
	context
}) => {
	await signInCharacter(context, 'helped');
	await page.goto('/espace/accompagnants');
	await expect(page.getByText('Vous accompagne', { exact: true })).toBeVisible();
	await page.getByText('Ce que cette personne a fait').click();
	await expect(page.getByText('A regardé ce qui est enregistré sur vous').first()).toBeVisible();
	await photograph(page, 'helped-by');
});

test('helper: reads whom they help, and where the request of one stands', async ({
	page,
	context
}) => {
	await signInHelper(context, HELPER);
	await page.goto('/accompagnement');
	await expect(page.getByRole('link', { name: /^Accompagner/ })).toHaveCount(2);
	await photograph(page, 'helper');
	await page.getByRole('link', { name: 'Accompagner : Amina Haddad' }).click();
	await expect(page.getByTestId('state')).toContainText('enregistrée');
	await photograph(page, 'helper-of-amina');
});

test('answers an offer from the phone, once, and reads the answer @nojs', async ({
	page,
	context
}, { project }) => {
	// Each project has its own person: an offer is answered once.
	await signInCharacter(context, project.name === 'mobile-nojs' ? 'offer_plain' : 'offer_phone');
	await page.goto('/espace');
	await page.getByRole('link', { name: 'Voir l’offre et répondre' }).click();
	await expect(page.getByText('au moins 10 jours')).toBeVisible();
	await photograph(page, `offer-read-${project.name}`);
	await page.getByLabel('Non, je refuse ce logement').check();
	await page.getByRole('button', { name: 'Continuer' }).click();
	await expect(page.getByRole('heading', { name: 'Ce que change un refus' })).toBeVisible();
	await photograph(page, `offer-refusal-${project.name}`);
	const confirm = page.url();
	await page.getByLabel(/Raison du refus/).selectOption('place');
	await page.getByRole('button', { name: 'Je refuse ce logement' }).click();
	await expect(page).toHaveURL(/\/espace\/offre$/);
	await expect(page.getByText('Vous avez répondu : je refuse')).toBeVisible();
	// Going back to the page of the confirmation finds nothing left to confirm.
	await page.goto(confirm);
	await expect(page).toHaveURL(/\/espace\/offre$/);
	await page.goto('/espace');
	await expect(page.getByTestId('state')).toContainText('Vous avez répondu à l’offre');
});
