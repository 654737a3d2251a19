import { expect, test, type Page } from '@playwright/test';
import type { CharacterName } from '../../drizzle/seed/demo/characters.ts';
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
	{ article: 'R441-2-16', item: 'the papers that may be required', page: '/pieces', shows: [/identité/i] },
	{ article: 'R441-2-16', item: 'list of registration counters', page: '/guichets', shows: [/Antibes/, /Valbonne/] },
	{ article: 'R441-2-16', item: 'the préfet’s delay (L441-1-4)', page: '/guide/dalo', shows: [/délai anormalement long/i, /confirmer/] },
	{ article: 'R441-2-16', item: 'local procedures and actors of allocation', page: '/guide/qui-decide', shows: [/plan partenarial/i, /Les commissions/] },
	{ article: 'R441-2-16', item: 'local priority criteria', page: '/cotation', shows: [/DALO/, /confirmer|exemple/i] },
	{ article: 'R441-2-16', item: 'features and location of the social stock', page: '/chiffres', shows: [/Logements sociaux/, /exemple|Source/i] },
	{ article: 'R441-2-16', item: 'indicators of the waiting time by sector and type', page: '/chiffres?commune=06152', shows: [/Délai observé/, /Valbonne/] },
	{ article: 'R441-2-16', item: 'list of reception places', page: '/guide/entretien', shows: [/guichet/i] },
	{ article: 'R441-2-17', item: '1. the data of the request as registered, and who said them', page: '/espace/demande', as: 'amina', shows: [/Votre foyer/, /Ressources/, /C’est faux|Ce n’est pas juste|corriger/i] },
	{ article: 'R441-2-17', item: '2. at filing: how to know of the progress', page: '/espace/documents', as: 'registered', shows: [/attestation/i] },
	{ article: 'R441-2-17', item: '2. the main steps, and what comes next', page: '/espace', as: 'registered', shows: [/Demande enregistrée/, /Étape 1 sur/] },
	{ article: 'R441-2-17', item: '3. criteria and weights of the score', page: '/espace/cotation', as: 'amina', shows: [/points/, /grille/i] },
	{ article: 'R441-2-17', item: '3. the person’s own score among comparable requests', page: '/espace/cotation', as: 'amina', shows: [/Parmi les demandes comparables/] },
	{ article: 'R441-2-17', item: '3. observed waiting time by type and place', page: '/espace/chiffres', as: 'amina', shows: [/Délai observé/] },
	{ article: 'R441-2-17', item: '3. what refusing an adapted offer changes', page: '/espace/cotation', as: 'amina', shows: [/Si vous refusez une offre adaptée/] },
	{ article: 'R441-2-17', item: '4. whether it is a priority, subject to verification', page: '/espace/cotation', as: 'dalo', shows: [/Demande prioritaire/, /signalée prioritaire le/, /Sous réserve de vérification/] },
	{ article: 'R441-2-17', item: '5. the decision with the rank', page: '/espace/decision', as: 'ranked', shows: [/Votre rang/, /R441-3 b/] },
	{ article: 'R441-2-17', item: '5. the decision with its condition and delay', page: '/espace/decision', as: 'conditional', shows: [/Condition à remplir/, /R441-3 c/] },
	{ article: 'R441-2-17', item: '5. the motives of a rejection, written', page: '/espace/decision', as: 'inadmissible', shows: [/Motif écrit|Raison/, /R441-3 e/] },
	{ article: 'R441-2-17', item: '6. a precise description of the home, and whether under DALO', page: '/espace/offre', as: 'offer', shows: [/Adresse du logement/, /Surface/, /Loyer/] },
	{ article: 'R441-2-17', item: '7. consequences of refusing the offer', page: '/espace/offre', as: 'offer', shows: [/Ce que change un refus/], then: refuseOnPaper }
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
