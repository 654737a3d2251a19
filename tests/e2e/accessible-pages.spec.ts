import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { ownDesk } from '../support/papers/own-desk.ts';
import { begin, signedIn } from '../support/papers/screen.ts';
import {
	AGENT_ANTIBES,
	AMINA,
	HEAD,
	HELPER,
	PAUL,
	signInApplicant,
	signInHelper,
	signInStaff
} from '../support/sign-in.ts';

const VISITOR_PAGES = [
	'/',
	'/guichets',
	'/guichets/antibes',
	'/statistiques',
	'/pieces',
	'/cotation',
	'/chiffres',
	'/chiffres?commune=06152',
	'/plafonds',
	'/plafonds?adultes=1&charge=2&revenu=46000&situation=separation',
	'/plafonds?adultes=0&recent=1',
	'/rendez-vous',
	'/rendez-vous?motif=enregistrement&guichet=antibes',
	'/rendez-vous/demander?motif=enregistrement&guichet=antibes',
	'/connexion',
	'/activation',
	'/agent/connexion',
	'/accompagnement/connexion',
	'/accompagnement/mot-de-passe',
	'/accessibilite',
	'/confidentialite',
	'/mentions-legales',
	'/hors-ligne',
	'/installer',
	'/nulle-part'
];
const APPLICANT_PAGES = [
	'/espace',
	'/espace/pieces',
	'/espace/pieces/liste',
	'/espace/pieces/partage',
	'/espace/rendez-vous',
	'/espace/demande',
	'/espace/messages',
	'/espace/demande/corriger?fait=loyer',
	'/espace/demande/changer',
	'/espace/demande/changer/revenus',
	'/espace/demande/changer/souhaits',
	'/espace/demande/changer/separation',
	'/espace/demande/changements',
	'/espace/cotation',
	'/espace/chiffres',
	'/espace/renouvellement',
	'/espace/offre',
	'/espace/decision',
	'/espace/delais',
	'/espace/documents',
	'/espace/compte',
	'/espace/confirmer',
	'/espace/accompagnants',
	'/espace/accompagnants/nommer',
	'/rendez-vous?motif=premier-accueil'
];
const STAFF_PAGES = [
	'/agent',
	'/agent/agenda',
	'/agent/demandes',
	'/agent/messages',
	'/agent/messages?liste=clos',
	'/agent/messages/modeles',
	'/agent/reglages/organismes',
	'/agent/pieces',
	'/agent/pieces?liste=en-attente',
	'/agent/pieces?liste=a-deposer',
	'/agent/pieces/antivirus',
	'/agent/pieces/motifs',
	'/agent/guichets',
	'/agent/guichets/antibes',
	'/agent/souhaits',
	'/agent/liste-attente',
	'/agent/changements',
	'/agent/renouvellements',
	'/agent/changements?liste=corrections',
	'/agent/delais',
	'/agent/offres',
	'/agent/sans-rendez-vous',
	'/agent/procedures',
	'/agent/procedures/verifier-les-pieces',
	'/agent/journal',
	'/agent/reglages',
	'/agent/plafonds',
	'/agent/chiffres',
	'/agent/cotation'
];

const LOOKS = [
	{ name: 'French, light', prefix: '', scheme: 'light' },
	{ name: 'French, dark', prefix: '', scheme: 'dark' },
	{ name: 'Arabic, light', prefix: '/ar', scheme: 'light' },
	{ name: 'Arabic, dark', prefix: '/ar', scheme: 'dark' }
] as const;

/** What axe finds on a page, one line a finding, and whether the page scrolls sideways at 360 px. */
async function faultsOf(page: Page, path: string): Promise<string[]> {
	await page.goto(path);
	const { violations } = await new AxeBuilder({ page })
		.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
		.analyze();
	const found = violations.flatMap(({ id, nodes }) =>
		nodes.map((node) => `${path}: ${id} at ${String(node.target)}`)
	);
	const sideways = await page.evaluate(
		() => document.documentElement.scrollWidth - window.innerWidth
	);
	return sideways > 1 ? [...found, `${path}: scrolls sideways by ${sideways} px`] : found;
}

async function expectNoFault(page: Page, paths: string[], prefix: string): Promise<void> {
	const faults: string[] = [];
	for (const path of paths)
		faults.push(...(await faultsOf(page, path === '/' && prefix ? prefix : `${prefix}${path}`)));
	expect(faults).toEqual([]);
}

/** The page of one of the two whom the helper helps: Amina, or the other. */
async function helpedPath(page: Page, name: string | null): Promise<string> {
	const cards = page.locator('main .card', { has: page.locator('a[href*="/accompagnement/"]') });
	const amina = page.getByRole('heading', { name: 'Amina Haddad' });
	const card = cards.filter(name ? { has: amina } : { hasNot: amina });
	const href = await card.locator('a[href*="/accompagnement/"]').first().getAttribute('href');
	return new URL(href ?? '', page.url()).pathname;
}

for (const { name, prefix, scheme } of LOOKS) {
	test.describe(`axe finds nothing (${name})`, () => {
		// Thirty pages and more, each read whole.
		test.setTimeout(300_000);
		test.use({ colorScheme: scheme });

		test('on the pages of a visitor', async ({ page }) => {
			await expectNoFault(page, VISITOR_PAGES, prefix);
		});

		test('on the pages of an applicant', async ({ page, context }) => {
			await signInApplicant(context, AMINA);
			await expectNoFault(page, APPLICANT_PAGES, prefix);
			await signInApplicant(context, PAUL);
			await expectNoFault(page, ['/espace', '/espace/renouvellement', '/espace/pieces'], prefix);
			await signedIn(page);
			await expectNoFault(page, [`/espace/pieces/${await begin(page)}`, '/espace/pieces'], prefix);
		});

		test('on the pages of a helper', async ({ page, context }) => {
			await signInHelper(context, HELPER);
			await page.goto(`${prefix}/accompagnement`);
			const [amina, other] = await Promise.all(
				['Amina Haddad', null].map((name) => helpedPath(page, name))
			);
			const pages = ['', '/rendez-vous?motif=suivi&guichet=antibes', '/papiers'];
			await expectNoFault(page, ['/accompagnement'], prefix);
			await expectNoFault(page, [...pages.map((path) => `${amina}${path}`)], '');
			await expectNoFault(page, [`${other}/demande`, `${other}/messages`], '');
		});

		test('on the pages of an agent', async ({ page, context }) => {
			await signInStaff(context, AGENT_ANTIBES);
			await expectNoFault(page, STAFF_PAGES, prefix);
			await page.goto(`${prefix}/agent/demandes`);
			const first = page.locator('a[href*="/agent/demandes/"]').first();
			const file = new URL((await first.getAttribute('href')) ?? '', page.url()).pathname;
			await expectNoFault(
				page,
				[file, `${file}/depot`, `${file}/numeriser`, `${file}/cotation`],
				''
			);
			// One to check, one that waits, one to deposit.
			const { papers } = await ownDesk(
				context,
				{ category: 'payslips' },
				{ category: 'tax_notice_n2', colours: [] },
				{ category: 'national_id_card', accepted: true }
			);
			await expectNoFault(
				page,
				papers.map((id) => `${prefix}/agent/pieces/${id}`),
				''
			);
			await signInStaff(context, HEAD);
			await expectNoFault(
				page,
				[
					'/agent/pieces/droits',
					'/agent/pieces/motifs/nouveau',
					'/agent/pieces/motifs/blurred',
					'/agent/pieces/catalogue',
					'/agent/pieces/catalogue/lease'
				],
				prefix
			);
		});
	});
}

test('an Arabic page runs from right to left and says its language', async ({ page }) => {
	await page.goto('/ar');
	await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
	await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
});
