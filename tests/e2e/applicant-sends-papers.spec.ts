import { createHash } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import sharp from 'sharp';
import { closeDatabase } from '../../src/lib/server/db/client.ts';
import { alike, BLUE, colourAt, NUMBER_AT, photoOfAPage, RED } from '../support/papers/photo.ts';
import { contentsOf, drawn, filesOf, stateOf } from '../support/papers/received.ts';
import {
	announcements,
	begin,
	keepWhatLeaves,
	listen,
	signedIn,
	takePhoto,
	whatLeft
} from '../support/papers/screen.ts';

// Photos of 12 megapixels are drawn, and reduced as a phone does it.
test.setTimeout(240_000);
test.afterAll(() => closeDatabase());

/** Axe is itself a script: where there are none, it has nothing to say. */
async function expectAccessible(page: Page) {
	if (test.info().project.use.javaScriptEnabled === false) return;
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
}
const sha256Of = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const tiles = (page: Page) => page.locator('[data-file]');
const tool = (page: Page, name: string, number: number) =>
	page.getByRole('button', { name: `${name} page ${number}` });

test('an applicant takes a photo: it leaves at once, small, upright, without the place it was taken', async ({
	page
}) => {
	await signedIn(page);
	await keepWhatLeaves(page);
	const paperId = await begin(page);
	await listen(page);
	const photo = await photoOfAPage({ orientation: 6 });
	expect(photo.length).toBeGreaterThan(1_500_000);
	await takePhoto(page, photo);
	await expect(tiles(page)).toHaveCount(1);
	await expect(page.getByAltText(/^Page 1\s: la photo que vous avez prise$/)).toBeVisible();

	const [left, ...others] = await whatLeft(page);
	expect(others).toEqual([]);
	const { width, height, format, exif } = await sharp(left).metadata();
	expect([width, height, format, exif]).toEqual([1800, 2400, 'jpeg', undefined]);
	expect(left!.length).toBeLessThan(600_000);
	expect((await filesOf(paperId)).map(({ sha256 }) => sha256)).toEqual([sha256Of(left!)]);
	const [seen] = await drawn(paperId);
	for (const picture of [left!, seen!]) {
		expect(alike(await colourAt(picture, 3, 3), RED)).toBe(true);
		expect(alike(await colourAt(picture, 97, 97), BLUE)).toBe(true);
	}

	const said = await announcements(page);
	expect(said[0]).toContain('préparation de la photo');
	expect(said.join('\n')).toContain('envoi en cours. Gardez cette page ouverte');
	expect(said.at(-1)).toContain('Page 1 reçue. Vous pouvez fermer cette page');
	await expectAccessible(page);
});

test('three pages become one document, put in order with the keyboard, and sent once whatever is clicked', async ({
	page
}) => {
	await signedIn(page);
	const paperId = await begin(page);
	for (const number of [1, 2, 3]) {
		await takePhoto(page, await photoOfAPage({ page: number }), `page-${number}.jpg`);
		await expect(tiles(page)).toHaveCount(number);
	}
	const names = async () => (await filesOf(paperId)).map(({ fileName }) => fileName);
	const bytes = (await filesOf(paperId)).reduce((sum, { byteSize }) => sum + byteSize!, 0);
	expect(bytes).toBeGreaterThan(100_000);
	expect(bytes).toBeLessThan(2_000_000);

	await tool(page, 'Monter', 3).focus();
	await page.keyboard.press('Enter');
	await expect(tiles(page).nth(1)).toContainText('page-3.jpg');
	expect(await names()).toEqual(['page-1.jpg', 'page-3.jpg', 'page-2.jpg']);
	await expect(tool(page, 'Monter', 2)).toBeFocused();

	await tool(page, 'Tourner', 1).focus();
	await page.keyboard.press('Space');
	await expect(page.getByRole('main').getByRole('status').last()).toHaveText(
		'La page 1 est tournée.'
	);
	expect((await filesOf(paperId)).map(({ rotation }) => rotation)).toEqual([90, 0, 0]);

	await tool(page, 'Supprimer', 3).focus();
	await page.keyboard.press('Enter');
	await expect(tiles(page)).toHaveCount(2);
	await expect(page.getByRole('heading', { name: 'Les pages de ce document' })).toBeFocused();
	expect(await contentsOf(paperId)).toBe(2);

	const send = page.getByRole('button', { name: 'Envoyer ce document au guichet' });
	await send.dblclick();
	await expect(page.getByText('Votre papier est reçu')).toBeVisible();
	await expect(page.getByTestId('sent-paper')).toHaveCount(1);
	await expect(page.getByTestId('sent-paper')).toContainText('En cours de vérification');
	expect(await stateOf(paperId)).toBe('received');
});

test('a number is hidden with a finger and edges are cut with the keyboard: only what is left reaches the server', async ({
	page
}) => {
	await signedIn(page);
	const paperId = await begin(page);
	const photo = await photoOfAPage();
	await takePhoto(page, photo);
	await expect(tiles(page)).toHaveCount(1);
	const middle = [
		NUMBER_AT.left + NUMBER_AT.width / 2,
		NUMBER_AT.top + NUMBER_AT.height / 2
	] as const;
	expect(alike(await colourAt((await drawn(paperId))[0]!, ...middle), [255, 255, 255])).toBe(true);

	await tool(page, 'Recadrer ou cacher', 1).click();
	const canvas = page.locator('dialog canvas');
	// Drawn before it is opened: the canvas has then the picture's proportions, and stays where it is.
	await expect(page.locator('dialog[data-editor]')).toHaveAttribute('open');
	await expect(canvas).toHaveJSProperty('height', 1000);
	const box = (await canvas.boundingBox())!;
	const at = (x: number, y: number) =>
		[box.x + (box.width * x) / 100, box.y + (box.height * y) / 100] as const;
	await page.mouse.move(...at(NUMBER_AT.left - 2, NUMBER_AT.top - 1));
	await page.mouse.down();
	await page.mouse.move(...at(40, 32));
	await page.mouse.move(
		...at(NUMBER_AT.left + NUMBER_AT.width + 2, NUMBER_AT.top + NUMBER_AT.height + 1)
	);
	await page.mouse.up();
	await page.getByText('Couper les bords').click();
	await page.getByText('Régler sans le doigt').click();
	await page.getByLabel('En bas').focus();
	for (let press = 0; press < 10; press += 1) await page.keyboard.press('ArrowRight');
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Garder cette image' }).click();
	await expect(page.getByRole('main').getByRole('status').last()).toHaveText(
		'L’image retouchée remplace l’ancienne.'
	);

	await expect(tiles(page)).toHaveCount(1);
	const [kept, ...others] = await drawn(paperId);
	expect(others).toEqual([]);
	expect(await contentsOf(paperId)).toBe(1);
	const { width, height } = await sharp(kept).metadata();
	expect([width, height]).toEqual([1800, 2160]);
	const black = await colourAt(kept!, middle[0], middle[1] / 0.9);
	expect(Math.max(...black)).toBeLessThan(20);
	expect(alike(await colourAt(kept!, 3, 3), RED)).toBe(true);
	expect(alike(await colourAt(kept!, 97, 97), BLUE)).toBe(false);
});

test('who hides a number first sends nothing before', async ({ page }) => {
	await signedIn(page);
	const paperId = await begin(page);
	await page.getByLabel('Cacher un numéro avant l’envoi').check();
	await takePhoto(page, await photoOfAPage({ width: 1200, height: 1600 }));
	await page.getByText('Régler sans le doigt').click();
	await page.getByRole('button', { name: 'Ajouter un bandeau noir' }).press('Enter');
	await expect(page.getByLabel('Distance du bord gauche')).toBeFocused();
	expect(await filesOf(paperId)).toEqual([]);
	await page.getByRole('button', { name: 'Garder cette image' }).click();
	await expect(tiles(page)).toHaveCount(1);
	const [kept] = await drawn(paperId);
	expect(Math.max(...(await colourAt(kept!, 50, 50)))).toBeLessThan(20);
});

test('a photo that is blurred, dark or small is sent all the same, with advice', async ({
	page
}) => {
	await signedIn(page);
	const paperId = await begin(page);
	for (const [number, photo, advice] of [
		[1, { width: 1500, height: 2000, blur: 8 }, 'semble floue'],
		[2, { width: 1500, height: 2000, light: 0.3 }, 'est sombre'],
		[3, { width: 480, height: 640 }, 'est petite'],
		[4, { width: 1500, height: 2000 }, null]
	] as const) {
		await takePhoto(page, await photoOfAPage(photo), `${number}.jpg`);
		await expect(tiles(page)).toHaveCount(number);
		const said = tiles(page)
			.nth(number - 1)
			.locator('[data-advice]');
		if (advice) await expect(said).toContainText(advice);
		else await expect(said).toBeHidden();
	}
	expect(await drawn(paperId)).toHaveLength(4);
});

test('what cannot be sent says what to do, and leaves nothing behind', async ({ page }) => {
	await signedIn(page);
	const paperId = await begin(page);
	const heic = Buffer.concat([
		Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'),
		Buffer.alloc(50_000)
	]);
	for (const [name, mimeType, buffer, why] of [
		['IMG_1.HEIC', 'image/heic', heic, 'Le plus compatible'],
		['lettre.docx', '', Buffer.from(`PK\x03\x04word/document.xml${'x'.repeat(5_000)}`), 'en PDF'],
		['vide.pdf', 'application/pdf', Buffer.alloc(0), 'vide'],
		['long.pdf', 'application/pdf', Buffer.alloc(10_000_001, '%PDF-1.7\n'), 'trop lourd']
	] as const) {
		await page.locator('#f-fichier').setInputFiles({ name, mimeType, buffer });
		const line = page.locator('[data-under-way] li').last();
		await expect(line).toContainText(why);
		await expect(page.getByRole('main').getByRole('status').last()).toContainText('pas envoyée');
		await line.getByRole('button', { name: 'Retirer' }).click();
		await expect(line).toBeHidden();
	}
	expect(await filesOf(paperId)).toEqual([]);
});

test('without JavaScript the same document is made, page after page @nojs', async ({
	page,
	javaScriptEnabled
}) => {
	// A page with scripts has no button to add a page by: it sends what is chosen, as the tests above show.
	test.skip(javaScriptEnabled, 'with JavaScript the page sends by itself');
	await signedIn(page);
	const paperId = await begin(page);
	for (const number of [1, 2, 3]) {
		const photo = await photoOfAPage({ width: 600, height: 800, page: number });
		const file = { name: `page-${number}.jpg`, mimeType: 'image/jpeg', buffer: photo };
		await page.locator('#f-fichier').setInputFiles(file);
		await page.getByRole('button', { name: 'Ajouter cette page' }).click();
		await expect(page.getByText('La page est reçue.')).toBeVisible();
	}
	await tool(page, 'Descendre', 1).click();
	await tool(page, 'Tourner', 1).click();
	await tool(page, 'Supprimer', 3).click();
	expect(await filesOf(paperId)).toMatchObject([
		{ fileName: 'page-2.jpg', rotation: 90 },
		{ fileName: 'page-1.jpg', rotation: 0 }
	]);
	await page.getByRole('button', { name: 'Ajouter cette page' }).click();
	await expect(page.getByRole('alert')).toContainText('Prenez une photo ou choisissez un fichier');
	await page.getByRole('button', { name: 'Envoyer ce document au guichet' }).click();
	await expect(page.getByText('Votre papier est reçu')).toBeVisible();
	expect(await stateOf(paperId)).toBe('received');
});

test('somebody else’s document does not exist, at any of its addresses', async ({
	page,
	browser
}) => {
	await signedIn(page);
	const paperId = await begin(page);
	await takePhoto(page, await photoOfAPage({ width: 600, height: 800 }));
	await expect(tiles(page)).toHaveCount(1);
	const [file] = await filesOf(paperId);
	const stranger = await browser.newPage();
	await signedIn(stranger);
	const origin = new URL(page.url()).origin;
	const at = `/espace/pieces/${paperId}`;
	const patch = { 'upload-offset': '0', 'content-type': 'application/partial-upload', origin };
	const post = { 'idempotency-key': crypto.randomUUID(), 'content-type': 'image/jpeg', origin };
	const { request } = stranger;
	const answers = await Promise.all([
		request.get(at),
		request.get(`${at}/pages/1`),
		request.get(`${at}/pdf`),
		request.head(`${at}/fichiers/${file!.id}`),
		request.patch(`${at}/fichiers/${file!.id}`, { headers: patch, data: 'x' }),
		request.post(`${at}/fichiers`, { headers: post, data: 'x' }),
		request.delete(`${at}/fichiers/${file!.id}`, { headers: { origin } }),
		request.post(`${at}?/envoyer`, { headers: { origin }, form: {} })
	]);
	expect(answers.map((answer) => answer.status())).toEqual(Array(8).fill(404));
	const foreign = { ...patch, origin: 'https://evil.example' };
	const own = await page.request.patch(`${at}/fichiers/${file!.id}`, {
		headers: foreign,
		data: 'x'
	});
	expect(own.status()).toBe(403);
	expect(await filesOf(paperId)).toHaveLength(1);
});
