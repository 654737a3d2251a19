import { expect, test } from '@playwright/test';
import { baseLocale, locales } from '../../src/lib/paraglide/runtime.js';
import { aPicture } from '../support/picture.ts';
import { pdf } from '../support/papers/samples.ts';
import { signedIn } from '../support/papers/screen.ts';

for (const [language, direction] of [
	['fr', 'ltr'],
	['ar', 'rtl']
]) {
	test(`a phone may install the service, in the language being read: ${language}`, async ({
		page,
		request
	}) => {
		const prefix = language === 'fr' ? '' : `/${language}`;
		await page.goto(`${prefix}/`);
		const line = await page.context().newCDPSession(page);
		const { installabilityErrors } = await line.send('Page.getInstallabilityErrors');
		// The tests' windows are private ones, where nothing is installed.
		const named = installabilityErrors.map(({ errorId }) => errorId);
		expect(named.filter((error) => error !== 'in-incognito')).toEqual([]);
		const { errors, data } = await line.send('Page.getAppManifest');
		expect(errors).toEqual([]);
		const manifest = JSON.parse(data ?? '{}');
		expect(manifest).toMatchObject({ id: '/', lang: language, dir: direction });
		expect(manifest.start_url).toBe(`${prefix}/`);
		expect(manifest.shortcuts).toHaveLength(3);
		const purposes = manifest.icons.map(({ purpose }: { purpose?: string }) => purpose);
		expect(purposes).toEqual(expect.arrayContaining(['maskable', 'monochrome']));
		const pictures: { src: string }[] = [...manifest.icons, ...manifest.screenshots];
		for (const { src } of pictures) {
			const picture = await request.get(src);
			expect(picture.status(), src).toBe(200);
			expect((await picture.body()).length, src).toBeLessThan(60_000);
		}
		for (const { url } of manifest.shortcuts) {
			expect((await request.get(url)).status(), url).toBe(200);
		}
	});
}

test('what a phone installs is whole in each language, with pictures of its own', async ({
	request
}) => {
	for (const locale of locales) {
		const prefix = locale === baseLocale ? '' : `/${locale}`;
		const answer = await request.get(`${prefix}/manifest.webmanifest`);
		expect(answer.headers()['content-type'], locale).toContain('application/manifest+json');
		const manifest = await answer.json();
		expect(manifest, locale).toMatchObject({
			id: '/',
			name: 'Guichet Logement',
			short_name: 'Guichet Logement',
			lang: locale,
			dir: locale === 'ar' ? 'rtl' : 'ltr',
			scope: '/',
			display: 'standalone'
		});
		const shortcuts: { name: string; url: string }[] = manifest.shortcuts;
		expect(shortcuts.map(({ url }) => url)).toEqual(
			['/espace', '/rendez-vous', '/espace/pieces'].map((path) => prefix + path)
		);
		expect(new Set(shortcuts.map(({ name }) => name)).size, locale).toBe(3);
		expect(manifest.share_target.action).toBe(`${prefix}/espace/pieces/partage`);
		for (const { src } of manifest.screenshots as { src: string }[]) {
			expect(src).toContain(`/ecrans/${locale}-`);
			expect((await request.get(src)).status(), src).toBe(200);
		}
	}
});

test('the icon is proposed after something useful, and not a second time', async ({ page }) => {
	await signedIn(page);
	const offer = () =>
		page.evaluate(() => {
			const event = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
				prompt: () => (document.title = 'asked')
			});
			dispatchEvent(event);
			return event.defaultPrevented;
		});
	const line = page.locator('[data-phone="install"]');
	await page.goto('/espace', { waitUntil: 'load' });
	expect(await offer()).toBe(true);
	await expect(line).toBeHidden();
	await page.goto('/espace/pieces?supprime', { waitUntil: 'load' });
	await expect(page.locator('.notice.success')).toBeVisible();
	await offer();
	await expect(line).toBeVisible();
	await line.getByRole('button', { name: 'L’ajouter à l’écran d’accueil' }).click();
	await expect(page).toHaveTitle('asked');
	await expect(line).toBeHidden();
	await page.goto('/espace/pieces?supprime', { waitUntil: 'load' });
	await offer();
	await expect(line).toBeHidden();
});

test('somebody who tries the demonstration is offered notifications, and is told what they say', async ({
	page
}) => {
	await signedIn(page);
	await page.goto('/espace/compte');
	const offer = page.getByRole('region', { name: 'Être prévenu sur ce téléphone' });
	await expect(offer.getByRole('button', { name: 'Me prévenir sur ce téléphone' })).toBeVisible();
	await expect(offer).toContainText('Des nouvelles de votre demande');
	await expect(offer.getByText('Ce téléphone vous prévient.')).toBeHidden();
});

/** What Chromium sends for a share: a form of the phone, with no page behind it. */
const share = (name: string, mimeType: string, buffer: Buffer) => ({
	headers: { origin: 'null', 'sec-fetch-site': 'none', accept: 'text/html' },
	multipart: { fichier: { name, mimeType, buffer } },
	maxRedirects: 0
});

test('a photo shared from the phone becomes a paper that the person names, then looks over', async ({
	page
}) => {
	await signedIn(page);
	const photo = aPicture();
	const answer = await page.request.post(
		'/espace/pieces/partage',
		share('IMG_7.png', 'image/png', photo)
	);
	expect(answer.status()).toBe(303);
	await page.goto(answer.headers()['location']!);
	await expect(page.getByRole('heading', { name: 'C’est quel papier ?' })).toBeVisible();
	await page.getByRole('button', { name: 'Relire et envoyer' }).click();
	await expect(page).toHaveURL(/\/espace\/pieces\/[0-9a-f-]{36}$/);
	const { pathname } = new URL(page.url());
	await page.goto('/espace/pieces');
	await expect(page.locator(`main a[href="${pathname}"]`).first()).toBeVisible();
});

test('a PDF shared from the phone is taken as a photo is', async ({ page }) => {
	await signedIn(page);
	const shared = share('avis.pdf', 'application/pdf', await pdf(1));
	const answer = await page.request.post('/espace/pieces/partage', shared);
	expect(answer.status()).toBe(303);
	await page.goto(answer.headers()['location']!);
	await expect(page.getByRole('heading', { name: 'C’est quel papier ?' })).toBeVisible();
});

test('a file that is no paper is refused with what to do, and leaves nothing', async ({ page }) => {
	await signedIn(page);
	const answer = await page.request.post(
		'/espace/pieces/partage',
		share('x.exe', 'application/octet-stream', Buffer.from('MZ nothing'))
	);
	expect(answer.status()).toBe(422);
	expect(await answer.text()).toContain('n’a pas été pris');
	await page.goto('/espace/pieces');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expect(page.getByRole('main')).not.toContainText('commencé');
});

test('shared by somebody who is not signed in, the file is kept nowhere and they are told so', async ({
	page
}) => {
	const answer = await page.request.post(
		'/espace/pieces/partage',
		share('IMG_7.png', 'image/png', aPicture())
	);
	expect(answer.status()).toBe(303);
	await page.goto(answer.headers()['location']!);
	await expect(page.getByRole('main')).toContainText('n’a pas été gardé');
});

test('a form without an origin is refused everywhere but there, and there when a site asked for it', async ({
	page
}) => {
	await signedIn(page);
	const photo = aPicture();
	const fromSite = share('IMG_7.png', 'image/png', photo);
	fromSite.headers['sec-fetch-site'] = 'cross-site';
	expect((await page.request.post('/espace/pieces/partage', fromSite)).status()).toBe(403);
	const elsewhere = share('IMG_7.png', 'image/png', photo);
	expect((await page.request.post('/deconnexion', elsewhere)).status()).toBe(403);
});
