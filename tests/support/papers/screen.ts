import { expect, type Page } from '@playwright/test';
import type { Applicant } from '../../../src/lib/domain/accounts/actor.ts';
import { startSession } from '../../../src/lib/server/accounts/lucia.ts';
import { as, newApplicant, TESTING } from '../booking.ts';
import { giveCookie } from '../sign-in.ts';

/** A fictional applicant of their own for each test, signed in. */
export async function signedIn(page: Page, who?: Applicant): Promise<Applicant> {
	const applicant = who ?? (await newApplicant());
	const secret = await as(TESTING, (tx) =>
		startSession(tx, `applicant:${applicant.accountId}`, null)
	);
	await giveCookie(page.context(), secret);
	return applicant;
}

/** Begins the first paper that is missing. @returns its id */
export async function begin(page: Page): Promise<string> {
	await page.goto('/espace/pieces');
	await page.getByRole('button', { name: 'Envoyer ce papier' }).first().click();
	await expect(page).toHaveURL(/\/espace\/pieces\/[0-9a-f-]{36}$/);
	return new URL(page.url()).pathname.split('/').at(-1)!;
}

/** What the camera gives back to the page. */
export const takePhoto = (page: Page, buffer: Buffer, name = 'IMG_2041.jpg') =>
	page.locator('#f-photo').setInputFiles({ name, mimeType: 'image/jpeg', buffer });

/** Writes down all that a screen reader is told from now on. */
export const listen = (page: Page) =>
	page.locator('[data-status]').evaluate((status) => {
		const said: string[] = [];
		Object.assign(window, { said });
		new MutationObserver(() => status.textContent && said.push(status.textContent)).observe(
			status,
			{
				childList: true,
				characterData: true,
				subtree: true
			}
		);
	});

export const announcements = (page: Page): Promise<string[]> =>
	page.evaluate(() => (window as unknown as { said: string[] }).said);

/** Keeps what the page gives to the network, to be read as it left the phone. */
export const keepWhatLeaves = (page: Page) =>
	page.addInitScript(() => {
		const left: Blob[] = [];
		Object.assign(window, { left });
		const send = Reflect.get(XMLHttpRequest.prototype, 'send') as XMLHttpRequest['send'];
		XMLHttpRequest.prototype.send = function (body) {
			if (body instanceof Blob) left.push(body);
			return send.call(this, body as Blob);
		};
	});

/** The files that left the page since it was loaded, each in one go. */
export async function whatLeft(page: Page): Promise<Buffer[]> {
	const files = await page.evaluate(() =>
		Promise.all(
			(window as unknown as { left: Blob[] }).left.map(async (file) => [
				...new Uint8Array(await file.arrayBuffer())
			])
		)
	);
	return files.map((bytes) => Buffer.from(bytes));
}
