import { expect, test, type Page } from '@playwright/test';
import type { CharacterName } from '../../drizzle/seed/demo/characters.ts';
import { DELAYS } from '../../src/lib/domain/delays/delays.ts';
import { AMINA, signInApplicant, signInCharacter } from '../support/sign-in.ts';

/** One item of the right to information: what the code says must be known, and the page that says it. */
type Item = {
	article: 'R441-2-16' | 'R441-2-17';
	item: string;
	page: string;
	/** Who reads it; nobody signed in for what is public. */
	as?: CharacterName | 'amina';
	shows: readonly RegExp[];
	/** What is tapped before it is read. */
	then?: (page: Page) => Promise<unknown>;
};

async function refuseOnPaper(page: Page): Promise<void> {
	await page.getByLabel('Non, je refuse ce logement').check();
	await page.getByRole('button', { name: 'Continuer' }).click();
}

// One line an item, so that the table can be read as a table.
// prettier-ignore
const ITEMS: readonly Item[] = [
	{ article: 'R441-2-16', item: 'general rules of access', page: '/guide/pour-qui', shows: [/Qui peut demander/, /Combien faut-il gagner au plus/] },
	{ article: 'R441-2-16', item: 'how to file, the national procedures', page: '/guide/deposer-une-demande', shows: [/Deux façons de déposer/, /Le formulaire, bloc par bloc/] },
	{ article: 'R441-2-16', item: 'the papers that may be required (L441-2-6)', page: '/pieces', shows: [/Carte nationale d’identité/, /Dernier avis d’imposition/, /Livret de famille/] },
	{ article: 'R441-2-16', item: 'list of registration counters', page: '/guichets', shows: [/Tous les guichets \(24\)/, /Guichet logement d’Antibes/, /Guichet logement de Valbonne/] },
	{ article: 'R441-2-16', item: 'what a counter registers', page: '/guichets/valbonne', shows: [/Pour quoi venir/, /demande/] },
	{ article: 'R441-2-16', item: 'the préfet’s delay (L441-1-4)', page: '/guide/dalo', shows: [/délai anormalement long/i, /à confirmer/i] },
	{ article: 'R441-2-16', item: 'local procedures and actors of allocation', page: '/guide/qui-decide', shows: [/plan partenarial/i, /Les commissions/] },
	{ article: 'R441-2-16', item: 'local priority criteria', page: '/cotation', shows: [/Droit au logement opposable \(DALO\)/, /Points inventés pour la démonstration/] },
	{ article: 'R441-2-16', item: 'features and location of the social stock', page: '/chiffres', shows: [/Logements sociaux/, /Source\s:/, /Situation au/] },
	{ article: 'R441-2-16', item: 'indicators of the waiting time by sector and type', page: '/chiffres?commune=06152', shows: [/Délai observé/, /Valbonne/] },
	{ article: 'R441-2-16', item: 'list of reception places', page: '/guichets', shows: [/des agents vous reçoivent/, /Service logement communautaire, antenne 1/, /Service logement communautaire, antenne 2/] },
	{ article: 'R441-2-16', item: 'within how long one is received (L441-2-8)', page: '/guide/entretien', shows: [/un mois au plus après l’enregistrement/, /à confirmer/i] },
	{ article: 'R441-2-17', item: '1. the data of the request as registered, and who said them', page: '/espace/demande', as: 'amina', shows: [/Nom/, /Haddad/, /Revenu fiscal de référence/, /Officiel \(SNE\)/, /C’est faux/] },
	{ article: 'R441-2-17', item: '1. or on request, on paper', page: '/espace/documents', as: 'amina', shows: [/Ma demande/, /PDF/] },
	{ article: 'R441-2-17', item: '1. what was modified by the person or rectified, and by whom', page: '/espace/demande/changements', as: 'separating', shows: [/Je me sépare/, /Envoyé au guichet/] },
	{ article: 'R441-2-17', item: '2. at filing: how to know of the progress', page: '/espace/documents', as: 'registered', shows: [/Récapitulatif de votre enregistrement/] },
	{ article: 'R441-2-17', item: '2. the main steps, and what comes next', page: '/espace', as: 'registered', shows: [/Demande enregistrée/, /Étape 1 sur/] },
	{ article: 'R441-2-17', item: '3. criteria and weights of the score', page: '/espace/cotation', as: 'amina', shows: [/D’où viennent vos points/, /Enfants mineurs/, /\+8 points/] },
	{ article: 'R441-2-17', item: '3. the person’s own score', page: '/espace/cotation', as: 'amina', shows: [/\d+ points/, /calculé|Calculé/] },
	{ article: 'R441-2-17', item: '3. the distribution of comparable requests', page: '/espace/cotation', as: 'amina', shows: [/Parmi les demandes comparables/, /arrondi/i] },
	{ article: 'R441-2-17', item: '3. observed waiting time by type and place', page: '/espace/chiffres', as: 'amina', shows: [/Délai observé/, /Source\s:/] },
	{ article: 'R441-2-17', item: '3. what refusing an adapted offer changes', page: '/espace/cotation', as: 'amina', shows: [/Si vous refusez une offre adaptée/, /15 points/] },
	{ article: 'R441-2-17', item: '4. whether it is a priority, subject to verification', page: '/espace/cotation', as: 'dalo', shows: [/Demande prioritaire/, /signalée prioritaire le/, /Sous réserve de vérification/] },
	{ article: 'R441-2-17', item: '5. the decision with the rank', page: '/espace/decision', as: 'ranked', shows: [/Votre rang\s*:?\s*2/, /R441-3 b/] },
	{ article: 'R441-2-17', item: '5. the decision with its condition and delay', page: '/espace/decision', as: 'conditional', shows: [/Condition à remplir\s*:?\s*(Fournir|Remettre)/, /À remplir au plus tard le \p{L}+ \d/u, /R441-3 c/] },
	{ article: 'R441-2-17', item: '5. the motives of a non-allocation, written', page: '/espace/decision', as: 'not_granted', shows: [/Motif écrit\s*:?\s*(Le logement est trop petit|Un autre foyer|Le loyer dépasse)/, /R441-3 d/] },
	{ article: 'R441-2-17', item: '5. the motives of a rejection, written', page: '/espace/decision', as: 'inadmissible', shows: [/Motif écrit\s*:?\s*Les revenus du foyer dépassent le plafond/, /Raison\s*:?\s*Les revenus dépassent le plafond/, /R441-3 e/] },
	{ article: 'R441-2-17', item: '6. a precise description of the home', page: '/espace/offre', as: 'offer', shows: [/Adresse du logement/, /Surface\s*:?\s*\d+/, /Loyer\s*:?\s*\d/] },
	{ article: 'R441-2-17', item: '6. whether it is offered under DALO: it is not', page: '/espace/offre', as: 'offer', shows: [/n’est pas faite au titre du DALO/] },
	{ article: 'R441-2-17', item: '6. whether it is offered under DALO: it is', page: '/espace/offre', as: 'offer_dalo', shows: [/Offre faite au titre du DALO/] },
	{ article: 'R441-2-17', item: '7. consequences of refusing the offer', page: '/espace/offre', as: 'offer', shows: [/Ce que change un refus/, /Votre demande reste valable/, /peut changer votre cotation/], then: refuseOnPaper },
	{ article: 'R441-2-17', item: '7. and of refusing one made under DALO', page: '/espace/offre', as: 'offer_dalo', shows: [/un refus peut avoir des conséquences sur ce droit/], then: refuseOnPaper }
];

test.describe('the right to information, item by item', () => {
	for (const { article, item, page: path, as, shows, then } of ITEMS) {
		test(`${article}, ${item}: ${path}`, async ({ page, context }) => {
			if (as === 'amina') await signInApplicant(context, AMINA);
			else if (as) await signInCharacter(context, as);
			await page.goto(path);
			if (then) await then(page);
			for (const text of shows) await expect(page.getByRole('main')).toContainText(text);
		});
	}
});

test('each delay that matters is shown with its article, and what to do past it', async ({
	page,
	context
}) => {
	await signInCharacter(context, 'registered');
	await page.goto('/espace/delais');
	for (const [delay, { article }] of Object.entries(DELAYS))
		await expect(page.locator(`#${delay}`)).toContainText(article);
	await expect(page.locator('#abnormal')).toContainText('à confirmer');
	await expect(page.locator('#papers')).toContainText('préfet');
});

test('the thread with the counter says within how long it answers', async ({ page, context }) => {
	await signInCharacter(context, 'registered');
	await page.goto('/espace/messages');
	await expect(page.getByRole('main')).toContainText(/répond en général sous 5 jours ouvrés/);
});
