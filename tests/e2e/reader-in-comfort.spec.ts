import { expect, test, type Page } from '@playwright/test';
import { LETTERS } from '../../src/lib/domain/guide/letters.ts';

/** What the page of these tests has been asked to do by its scripts. */
interface Heard {
	spoken: { text: string; lang: string }[];
	shared: { url?: string }[];
	copied: string[];
	printed: number;
}
declare global {
	interface Window {
		heard: Heard;
	}
}

const heard = (page: Page) => page.evaluate(() => window.heard);

/** A phone with a voice, a way to share or a clipboard, and a printer: each writes down what it is given. */
async function phoneWith(page: Page, ...has: ('voice' | 'share' | 'clipboard')[]): Promise<void> {
	await page.addInitScript((has: string[]) => {
		const mine: Heard = { spoken: [], shared: [], copied: [], printed: 0 };
		window.heard = mine;
		window.print = () => void (mine.printed += 1);
		Reflect.deleteProperty(window, 'speechSynthesis');
		const give = (on: object, name: string, value: unknown) =>
			Object.defineProperty(on, name, { value, configurable: true });
		const voice = {
			speaking: false,
			speak: ({ text, lang }: SpeechSynthesisUtterance) => {
				voice.speaking = true;
				mine.spoken.push({ text, lang });
			},
			cancel: () => void (voice.speaking = false)
		};
		if (has.includes('voice')) give(window, 'speechSynthesis', voice);
		const share = async (page: { url?: string }) => void mine.shared.push(page);
		give(navigator, 'share', has.includes('share') ? share : undefined);
		const clipboard = { writeText: async (text: string) => void mine.copied.push(text) };
		give(navigator, 'clipboard', has.includes('clipboard') ? clipboard : undefined);
	}, has);
}

/** Every request that leaves the page from now on. */
function requestsOf(page: Page): string[] {
	const sent: string[] = [];
	page.on('request', (request) => sent.push(`${request.method()} ${request.url()}`));
	return sent;
}

// What the service worker fetches when idle is not the page's doing.
test.use({ serviceWorkers: 'block' });

test('somebody fills each letter on the phone and prints it: nothing leaves', async ({ page }) => {
	await phoneWith(page);
	for (const slug of LETTERS) {
		await page.goto(`/lettres/${slug}`);
		await page.waitForLoadState('networkidle');
		const sent = requestsOf(page);
		const fields = page.locator('[data-letter] :is(input, textarea)');
		const names = await fields.evaluateAll((all) => all.map((field) => field.getAttribute('name')));
		expect(names.length).toBeGreaterThanOrEqual(5);
		for (const name of names) await page.locator(`[name="${name}"]`).fill(`Essai-${name}`);
		for (const name of names)
			await expect(page.locator(`article [data-blank="${name}"]`).first()).toHaveText(
				`Essai-${name}`
			);
		await page.locator('[name="nom"]').press('Enter');
		await page.getByRole('main').getByRole('button').click();
		expect((await heard(page)).printed).toBe(1);
		expect(sent).toEqual([]);
		expect(page.url()).toMatch(new RegExp(`/lettres/${slug}$`));
		const kept = await page.evaluate(
			() => document.cookie + JSON.stringify([{ ...localStorage }, { ...sessionStorage }])
		);
		expect(kept).not.toContain('Essai');
		page.removeAllListeners('request');
	}
});

test('a chapter is read aloud in its language, and stops when asked', async ({ page }) => {
	await phoneWith(page, 'voice');
	for (const [path, lang] of [
		['/guide/cotation', 'fr'],
		['/ar/guide/cotation', 'ar']
	] as const) {
		await page.goto(path);
		const listen = page.locator('[data-listen]');
		await listen.click();
		await expect(listen).toHaveAttribute('aria-pressed', 'true');
		const { spoken } = await heard(page);
		expect(spoken.length).toBeGreaterThan(10);
		expect(new Set(spoken.map((piece) => piece.lang))).toEqual(new Set([lang]));
		const heading = await page.locator('[data-read-aloud] h2').first().innerText();
		expect(spoken.map(({ text }) => text)).toContain(heading);
		await listen.click();
		await expect(listen).toHaveAttribute('aria-pressed', 'false');
	}
});

test('what a phone cannot do is not offered; what it can, it does', async ({ page }) => {
	await phoneWith(page);
	await page.goto('/guide/cotation');
	await expect(page.locator('[data-print]')).toBeVisible();
	await expect(page.locator('[data-listen]')).toBeHidden();
	await expect(page.locator('[data-share]')).toBeHidden();
	await page.locator('[data-print]').click();
	expect((await heard(page)).printed).toBe(1);

	await phoneWith(page, 'share');
	await page.goto('/guide/pieces#mot-sne');
	await page.locator('[data-share]').click();
	await expect.poll(async () => (await heard(page)).shared.length).toBe(1);
	expect((await heard(page)).shared[0]!.url).toMatch(/\/guide\/pieces$/);

	await phoneWith(page, 'clipboard');
	await page.goto('/guide/dalo');
	await page.locator('[data-share]').click();
	await expect(page.locator('[data-said]')).not.toBeEmpty();
	expect((await heard(page)).copied[0]).toMatch(/\/guide\/dalo$/);
});

test('somebody chooses larger text and more contrast, and finds them on every page', async ({
	page
}) => {
	await page.goto('/guide/cotation');
	const size = () =>
		page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
	const usual = await size();
	await page.locator('footer [name="taille"][value="enorme"]').click();
	await expect(page.locator('html')).toHaveAttribute('data-taille', 'enorme');
	await expect(page).toHaveURL(/\/guide\/cotation$/);
	expect(await size()).toBeGreaterThan(usual * 1.2);
	await page.locator('footer [name="contraste"][value="fort"]').click();
	await expect(page.locator('html')).toHaveAttribute('data-contraste', 'fort');
	await page.goto('/ar/guichets');
	await expect(page.locator('html')).toHaveAttribute('data-contraste', 'fort');
	await expect(page.locator('html')).toHaveAttribute('data-taille', 'enorme');
	const sideways = await page.evaluate(
		() => document.documentElement.scrollWidth - window.innerWidth
	);
	expect(sideways).toBeLessThanOrEqual(1);
});

test('without a script a reader has a word explained, says that a page was useful, and is given no cookie @nojs', async ({
	page,
	context
}) => {
	await page.goto('/guide/apres-le-depot');
	const term = page.locator('article a.term').first();
	const target = (await term.getAttribute('href'))!;
	await term.click();
	await expect(page.locator(target)).toBeInViewport();
	await expect(page.locator(target)).not.toBeEmpty();
	await page.getByRole('group', { name: /aidé/ }).getByRole('button', { name: 'Oui' }).click();
	await expect(page).toHaveURL(/\/guide\/avis\?page=apres-le-depot$/);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Merci');
	expect(await context.cookies()).toEqual([]);
});

test('the language of the phone is offered once, is remembered, and costs nobody what they typed', async ({
	browser
}) => {
	const page = await (await browser.newContext({ locale: 'uk-UA' })).newPage();
	await page.goto('/rendez-vous/demander?motif=enregistrement&guichet=antibes');
	const offer = page.getByRole('complementary', { name: 'Читати цей сайт українською' });
	await expect(offer).toBeVisible();
	// It stands over the header alone: what the page is for is not covered.
	const ends = (element: Element) => element.getBoundingClientRect().bottom + scrollY;
	const begins = (element: Element) => element.getBoundingClientRect().top + scrollY;
	const heading = page.getByRole('heading', { level: 1 });
	expect(await offer.evaluate(ends)).toBeLessThan(await heading.evaluate(begins));
	const field = page.locator('main form :is(textarea, input[type=text])').first();
	const script = page.waitForResponse(/forms\.[\w-]+\.js$/);
	await field.focus();
	await script;
	await page.waitForLoadState('networkidle');
	await field.fill('mots de passage');
	await expect
		.poll(() => page.evaluate(() => JSON.stringify(sessionStorage)))
		.toContain('mots de passage');
	await offer.getByRole('link').click();
	await expect(page.locator('html')).toHaveAttribute('lang', 'uk');
	await expect(field).toHaveValue('mots de passage');
	await page.goto('/guide');
	await expect(page.locator('html')).toHaveAttribute('lang', 'uk');
	await expect(page.getByRole('complementary', { name: /цей сайт/ })).toHaveCount(0);
});
