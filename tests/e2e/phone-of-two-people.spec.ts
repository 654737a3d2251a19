import { expect, test, type Page } from '@playwright/test';
import { startSession } from '../../src/lib/server/accounts/lucia.ts';
import { as, newApplicant, TESTING } from '../support/booking.ts';
import { everythingStored, guideKept } from '../support/phone.ts';
import { giveCookie } from '../support/sign-in.ts';

/** A fictional person, signed in on what they said is their own phone. @returns their words to look for */
async function onOwnPhone(page: Page) {
	const email = `canari-${crypto.randomUUID().slice(0, 8)}@exemple.test`;
	const who = await newApplicant({ email });
	const secret = await as(TESTING, (tx) =>
		startSession(tx, `applicant:${who.accountId}`, null, 'own')
	);
	await giveCookie(page.context(), secret);
	return { email, ids: [who.accountId, who.applicationId] };
}

const isStored = async (page: Page, text: string) => (await everythingStored(page)).includes(text);

const databases = (page: Page) =>
	page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));

async function keepCard(page: Page): Promise<void> {
	await page.goto('/espace');
	await page.getByRole('button', { name: 'Garder la carte sur ce téléphone' }).click();
	await expect(page.locator('[data-card-state]')).toBeVisible();
}

test('the card is read without a network, and its words are nowhere in clear', async ({
	page,
	context
}) => {
	await onOwnPhone(page);
	await page.goto('/espace');
	await guideKept(page);
	const sentence = (await page.getByTestId('state').textContent())!.trim();
	await keepCard(page);
	expect(await isStored(page, sentence)).toBe(false);
	await context.setOffline(true);
	await page.goto('/espace');
	await expect(page.locator('[data-card-shown] [data-line="step"]')).toContainText(sentence);
	await expect(page.locator('[data-card-shown] [data-line="renewal"]')).toContainText(/\d+/);
});

test('the key of the card cannot be read out by any script', async ({ page }) => {
	await onOwnPhone(page);
	await keepCard(page);
	const exported = await page.evaluate(async () => {
		const database = await new Promise<IDBDatabase>((done) => {
			const opening = indexedDB.open('carte');
			opening.onsuccess = () => done(opening.result);
		});
		const { key } = await new Promise<{ key: CryptoKey }>((done) => {
			const asked = database.transaction('carte').objectStore('carte').get('carte');
			asked.onsuccess = () => done(asked.result);
		});
		database.close();
		return crypto.subtle.exportKey('raw', key).then(
			() => 'exported',
			() => 'refused'
		);
	});
	expect(exported).toBe('refused');
});

test('after seven days without a visit the card is gone', async ({ page, context }) => {
	await onOwnPhone(page);
	await page.goto('/espace');
	await guideKept(page);
	await keepCard(page);
	await context.setOffline(true);
	await page.addInitScript(() => {
		const now = Date.prototype.getTime;
		const shift = 8 * 24 * 60 * 60 * 1000;
		Date.prototype.getTime = function () {
			return now.call(this) + shift;
		};
	});
	await page.goto('/espace');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expect.poll(() => databases(page)).not.toContain('carte');
	await expect(page.locator('[data-card-shown]')).toBeHidden();
});

test('nobody is offered the card on a phone that is not said to be theirs', async ({ page }) => {
	const who = await newApplicant();
	const secret = await as(TESTING, (tx) =>
		startSession(tx, `applicant:${who.accountId}`, null, 'shared')
	);
	await giveCookie(page.context(), secret);
	await page.goto('/espace');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expect(page.locator('[data-card]')).toHaveCount(0);
});

for (const [how, leave] of [
	[
		'signs out',
		async (page: Page) => {
			await page.goto('/deconnexion');
			await page.getByRole('main').getByRole('button').first().click();
			await expect(page).toHaveURL(/\/$/);
		}
	],
	[
		'has a session that is over',
		async (page: Page) => {
			await page.context().clearCookies();
			await page.goto('/espace');
			await expect(page).toHaveURL(/\/connexion/);
		}
	],
	['is followed by somebody who signs in', async () => undefined]
] as const) {
	test(`not one byte of the first person stays when they leave: ${how}`, async ({ page }) => {
		const first = await onOwnPhone(page);
		await keepCard(page);
		const tag = (await page.locator('[data-person]').getAttribute('data-person'))!;
		await page.goto('/espace/demande/corriger?fait=loyer');
		const script = page.waitForResponse(/forms\.[\w-]+\.js$/);
		await page.locator('[name=faux]').focus();
		await script;
		await page.waitForLoadState('networkidle');
		await page.locator('[name=faux]').fill('CANARI-DU-PREMIER');
		await expect.poll(() => isStored(page, 'CANARI-DU-PREMIER')).toBe(true);
		await leave(page);
		await onOwnPhone(page);
		await page.goto('/espace');
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		for (const canary of ['CANARI-DU-PREMIER', tag, first.email, ...first.ids]) {
			await expect.poll(() => isStored(page, canary), canary).toBe(false);
		}
		await expect.poll(() => databases(page)).not.toContain('carte');
	});
}

test('a push says that there is news, whoever looks at the phone', async ({ page, context }) => {
	await context.grantPermissions(['notifications']);
	await onOwnPhone(page);
	await page.goto('/espace');
	await guideKept(page);
	const [worker] = context.serviceWorkers();
	await worker!.evaluate(() => {
		const badges: (number | undefined)[] = [];
		Object.assign(self, { badges });
		Object.assign(navigator, { setAppBadge: async (count?: number) => void badges.push(count) });
	});
	const line = await context.newCDPSession(page);
	const registered = new Promise<string>((done) => {
		line.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
			const own = registrations.find(({ isDeleted }) => !isDeleted);
			if (own) done(own.registrationId);
		});
	});
	await line.send('ServiceWorker.enable');
	const body = 'Des nouvelles de votre demande';
	const notification = { title: 'Guichet Logement', body, lang: 'fr', navigate: '/espace' };
	await line.send('ServiceWorker.deliverPushMessage', {
		origin: new URL(page.url()).origin,
		registrationId: await registered,
		data: JSON.stringify({ web_push: 8030, notification })
	});
	await expect
		.poll(() =>
			page.evaluate(async () => {
				const { getNotifications } = ServiceWorkerRegistration.prototype;
				const shown = await getNotifications.call(await navigator.serviceWorker.ready);
				return shown.map((one) => one.body);
			})
		)
		.toEqual([body]);
	const badges = () => worker!.evaluate(() => (self as unknown as { badges: number[] }).badges);
	expect(await badges()).toEqual([1]);
});
