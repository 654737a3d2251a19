import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { REQUEST_FILES_MAX } from '../../src/lib/domain/documents/limits.ts';
import { closeDatabase } from '../../src/lib/server/db/client.ts';
import { addFile } from '../../src/lib/server/documents/add-file.ts';
import { as } from '../support/booking.ts';
import { cuttingProxy, type CuttingProxy } from '../support/papers/cutting-proxy.ts';
import { photoOfAPage } from '../support/papers/photo.ts';
import { drawn, filesOf } from '../support/papers/received.ts';
import { pdf as aPdf } from '../support/papers/samples.ts';
import { announcements, begin, listen, signedIn, takePhoto } from '../support/papers/screen.ts';

let proxy: CuttingProxy;

test.beforeEach(async () => {
	proxy = await cuttingProxy();
});
test.afterEach(() => proxy.close());
test.afterAll(() => closeDatabase());

/** A phone whose network is the proxy. */
async function phone(browser: Browser): Promise<Page> {
	const context = await browser.newContext({
		// Chromium goes around a proxy for localhost unless told otherwise.
		proxy: { server: proxy.server, bypass: '<-loopback>' },
		viewport: { width: 360, height: 740 },
		baseURL: process.env['E2E_BASE_URL'],
		serviceWorkers: 'block'
	});
	return context.newPage();
}
/** A PDF of one page and so many bytes or a few more, which no phone can make smaller. */
const pdf = (length: number) =>
	aPdf(1, { compress: false }, (document) => document.ref({}).end(randomBytes(length)));
const choose = (page: Page, buffer: Buffer) =>
	page
		.locator('#f-fichier')
		.setInputFiles({ name: 'avis.pdf', mimeType: 'application/pdf', buffer });
const sha256Of = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const arrived = async (paperId: string) => (await filesOf(paperId)).map(({ sha256 }) => sha256);
const tiles = (page: Page) => page.locator('[data-file]');

test('4 MB arrive although every connection dies after 300 kB, and hardly a byte is sent twice', async ({
	browser
}) => {
	test.setTimeout(300_000);
	const page = await phone(browser);
	await signedIn(page);
	const paperId = await begin(page);
	await listen(page);
	const file = await pdf(4_000_000);
	const before = proxy.sent();
	proxy.line.cutAfter = 300_000;
	await choose(page, file);
	await expect(tiles(page)).toHaveCount(1, { timeout: 150_000 });
	proxy.line.cutAfter = Infinity;

	expect(proxy.cuts()).toBeGreaterThan(8);
	expect(await arrived(paperId)).toEqual([sha256Of(file)]);
	expect((proxy.sent() - before) / file.length).toBeLessThan(1.15);
	const said = (await announcements(page)).join('\n');
	expect(said).toContain('Pas de connexion. Ce qui est arrivé est gardé, rien n’est perdu.');
	expect(said).toContain('La connexion est revenue. L’envoi reprend.');
	expect(said).toContain('Vous pouvez fermer cette page');
	await page.context().close();
});

test('a browser killed in the middle loses nothing: the person is led back, and the same file goes on', async ({
	browser
}) => {
	const first = await phone(browser);
	const who = await signedIn(first);
	const paperId = await begin(first);
	await takePhoto(first, await photoOfAPage({ width: 1200, height: 1600 }));
	await expect(tiles(first)).toHaveCount(1);
	const file = await pdf(3_000_000);
	await choose(first, file);
	await expect(async () => {
		const cut = (await filesOf(paperId))[1];
		expect(cut?.receivedBytes).toBeGreaterThan(0);
		proxy.line.still = true;
	}).toPass();
	await first.context().close();
	proxy.line.still = false;

	const second = await phone(browser);
	await signedIn(second, who);
	await second.goto('/espace');
	await second.getByRole('link', { name: 'Continuer ce document' }).click();
	await expect(second).toHaveURL(new RegExp(`${paperId}$`));
	await expect(tiles(second)).toHaveCount(2);
	await expect(tiles(second).first()).toContainText('Reçue');
	await expect(tiles(second).last()).toContainText('Pas arrivée en entier');
	await second.getByRole('button', { name: 'Envoyer ce document au guichet' }).click();
	await expect(second.getByText('Une page n’est pas arrivée en entier.').first()).toBeVisible();

	const has = (await filesOf(paperId))[1]!.receivedBytes;
	const before = proxy.sent();
	await choose(second, file);
	await expect(tiles(second).last()).toContainText('Reçue');
	expect((await arrived(paperId))[1]).toBe(sha256Of(file));
	// The photo and the page of the PDF, although it came in pieces by two browsers.
	expect(await drawn(paperId)).toHaveLength(2);
	expect(proxy.sent() - before).toBeLessThan(file.length - has + 50_000);
	await second.context().close();
});

test('without network the page says so calmly, keeps the photo, and goes on by itself', async ({
	page,
	context
}) => {
	await signedIn(page);
	const paperId = await begin(page);
	await page.locator('#f-photo').dispatchEvent('click');
	await page.waitForLoadState('networkidle');
	await context.setOffline(true);
	await takePhoto(page, await photoOfAPage({ width: 1200, height: 1600 }));
	const status = page.getByRole('main').getByRole('status').last();
	await expect(status).toContainText('Pas de connexion.');
	await context.setOffline(false);
	await expect(tiles(page)).toHaveCount(1);
	await expect(status).toContainText('Page 1 reçue');
	expect(await drawn(paperId)).toHaveLength(1);
});

test('a thirty-first file is declined with a sentence that says what to do', async ({ page }) => {
	const who = await signedIn(page);
	const paperId = await begin(page);
	for (let number = 1; number <= REQUEST_FILES_MAX; number += 1) {
		const announced = { paperId, sendingId: randomUUID(), fileName: `${number}.jpg` };
		const input = { ...announced, declaredType: '', expectedBytes: 10, replaces: null };
		await as(who, (tx, actor) => addFile(tx, actor, input));
	}
	await takePhoto(page, await photoOfAPage({ width: 600, height: 800 }));
	await expect(page.locator('[data-under-way]')).toContainText(
		'Votre demande contient déjà tous les fichiers qu’elle peut contenir.'
	);
});

test('the page weighs little before it is used, and its tools come when they are needed', async ({
	page
}) => {
	const scripts = new Set<string>();
	page.on('request', (request) => {
		if (/\.js$/.test(request.url())) scripts.add(request.url());
	});
	const weight = async () => {
		const headers = { 'accept-encoding': 'br' };
		const answers = await Promise.all(
			[...scripts].map((url) => page.request.get(url, { headers }))
		);
		return answers.reduce((sum, answer) => sum + Number(answer.headers()['content-length']), 0);
	};
	await signedIn(page);
	await begin(page);
	await page.waitForLoadState('networkidle');
	const before = await weight();
	expect(scripts.size).toBeGreaterThan(0);
	expect(before).toBeLessThan(45_000);
	await takePhoto(page, await photoOfAPage({ width: 600, height: 800 }));
	await expect(tiles(page)).toHaveCount(1);
	await page.getByRole('button', { name: 'Recadrer ou cacher page 1' }).click();
	await expect(page.locator('dialog canvas')).toBeVisible();
	const tools = (await weight()) - before;
	expect(tools).toBeGreaterThan(0);
	expect(tools).toBeLessThan(20_000);
	test.info().annotations.push({ type: 'bytes', description: `${before}, then ${tools}` });
});
