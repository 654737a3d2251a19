import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { ownDesk } from '../support/papers/own-desk.ts';
import { illegibleOf } from '../support/legible.ts';
import { begin, signedIn } from '../support/papers/screen.ts';
import { inLanguage, LANGUAGES, pagesBehind, publicPages } from '../support/public-pages.ts';
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
import { sidewaysOf } from '../support/sideways.ts';
import { visitOfDemo } from '../support/visitor-appointment.ts';

/** The plain version is French, whatever the language around it: elsewhere one of its chapters is enough. */
const isTranslated = (path: string) =>
	!path.endsWith('/simple') || path === '/guide/situations-particulieres/simple';

const APPLICANT_PAGES = [
	...pagesBehind('(applicant)'),
	'/espace/demande/corriger?fait=loyer',
	'/espace/demande/changer/revenus',
	'/espace/demande/changer/souhaits',
	'/espace/demande/changer/separation',
	'/rendez-vous?motif=premier-accueil'
];
const STAFF_PAGES = [
	...pagesBehind('(staff)'),
	'/agent/messages?liste=clos',
	'/agent/pieces?liste=en-attente',
	'/agent/pieces?liste=a-deposer',
	'/agent/changements?liste=corrections',
	'/agent/guichets/antibes'
];

// 1280 px enlarged four times (WCAG 1.4.10): if it holds there, it holds on every phone.
test.use({ viewport: { width: 320, height: 640 } });

/** In Arabic everything stands on the other side. Of the other languages, a visitor's pages are looked at. */
const SIDES = [
	{ name: 'French', prefix: '' },
	{ name: 'Arabic', prefix: '/ar' }
] as const;

/** What axe finds on a page as it is shown, one line a finding. */
async function found(page: Page, what: (axe: AxeBuilder) => AxeBuilder): Promise<string[]> {
	// No frame is ever shown, so none is looked into; and only what is wrong is written down.
	const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
	const { violations } = await what(axe).analyze();
	return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} at ${node.target}`));
}

/** What is wrong with a page: what axe finds, by day and in the dark, that it scrolls sideways, or cuts a word. */
async function faultsOf(page: Page, path: string, withDark: boolean): Promise<string[]> {
	await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
	await page.goto(path);
	const faults = await found(page, (axe) =>
		axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
	);
	const sideways = await sidewaysOf(page);
	if (sideways > 0) faults.push(`scrolls sideways by ${sideways} px`);
	faults.push(...(await illegibleOf(page)));
	if (withDark) {
		// Only colours change in the dark: the two rules that look at them.
		await page.emulateMedia({ colorScheme: 'dark' });
		const rules = ['color-contrast', 'link-in-text-block'];
		for (const fault of await found(page, (axe) => axe.withRules(rules)))
			faults.push(`in the dark, ${fault}`);
	}
	return faults.map((fault) => `${path}: ${fault}`);
}

async function expectNoFault(
	page: Page,
	paths: string[],
	prefix: string,
	withDark = true
): Promise<void> {
	const faults: string[] = [];
	for (const path of paths) {
		const whole = path === '/' && prefix ? prefix : `${prefix}${path}`;
		faults.push(...(await faultsOf(page, whole, withDark)));
	}
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

for (const { name, prefix } of SIDES) {
	test.describe(`axe finds nothing (${name})`, () => {
		// Ninety pages and more, each read whole.
		test.setTimeout(900_000);

		test('on the pages of a visitor', async ({ page }) => {
			await expectNoFault(page, publicPages().filter(prefix ? isTranslated : () => true), prefix);
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

		test('on an appointment of a visitor, as an agent sees it', async ({ page, context }) => {
			await signInStaff(context, AGENT_ANTIBES);
			const visit = `/agent/rendez-vous/${await visitOfDemo()}`;
			await expectNoFault(page, [visit, `${visit}/deplacer`, `${visit}/annuler`], prefix);
		});
	});
}

test.describe('axe finds nothing on the pages of a visitor', () => {
	test.setTimeout(900_000);

	for (const language of LANGUAGES.filter((each) => each !== 'fr' && each !== 'ar')) {
		test(`in ${language}`, async ({ page }) => {
			const paths = publicPages().filter(isTranslated);
			await expectNoFault(
				page,
				paths.map((path) => inLanguage(language, path)),
				'',
				false
			);
		});
	}
});

test('an Arabic page runs from right to left and says its language', async ({ page }) => {
	await page.goto('/ar');
	await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
	await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
});
