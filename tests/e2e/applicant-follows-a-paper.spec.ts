import { expect, test, type Page } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { closeDatabase } from '../../src/lib/server/db/client.ts';
import { paper } from '../../src/lib/server/db/schema/documents.ts';
import { acceptPaper } from '../../src/lib/server/documents/accept-paper.ts';
import { depositPaper } from '../../src/lib/server/documents/deposit-paper.ts';
import { emptyDue } from '../../src/lib/server/documents/empty-due.ts';
import { removeKept } from '../../src/lib/server/documents/sealed-objects.ts';
import { paperStore } from '../../src/lib/server/documents/vault.ts';
import { agentOf, as, TESTING } from '../support/booking.ts';
import { photoOfAPage } from '../support/papers/photo.ts';
import {
	contentsOf,
	filesOf,
	stateAndScan,
	stateOf,
	WORKER_MS
} from '../support/papers/received.ts';
import { EICAR, pdf as aPdf } from '../support/papers/samples.ts';
import { begin, signedIn, takePhoto } from '../support/papers/screen.ts';

// With a real ClamAV and the worker beside the application, as in production.
test.setTimeout(240_000);
test.afterAll(() => closeDatabase());

const tiles = (page: Page) => page.locator('[data-file]');

/** What the worker does with a paper whose grace is over, for this one alone: other tests share the database. */
async function emptyOnly(paperId: string): Promise<void> {
	const due = { which: eq(paper.id, paperId), since: paper.depositedAt };
	const { storageKeys } = await as(TESTING, (tx) => emptyDue(tx, TESTING, due));
	await removeKept(await paperStore(), storageKeys);
}

test('a paper is followed from its sending to its deposit, and each state says what to do', async ({
	page
}) => {
	await signedIn(page);
	const paperId = await begin(page);
	await takePhoto(page, await photoOfAPage({ width: 1200, height: 1600 }));
	await expect(tiles(page)).toHaveCount(1);
	await page.getByRole('button', { name: 'Envoyer ce document au guichet' }).click();
	await expect(page.getByText('Votre papier est reçu')).toBeVisible();
	await expect(page.getByTestId('sent-paper')).toContainText('En cours de vérification');

	// A real ClamAV passes it, its pages are made: its owner sees what agents will see.
	await expect
		.poll(() => stateAndScan(paperId), { timeout: WORKER_MS })
		.toEqual({ state: 'received', scan: 'clean', ready: true });
	const own = `/espace/pieces/${paperId}`;
	const isNow = async (state: string) => {
		await page.goto(own);
		await expect(page.getByRole('main').getByText(state, { exact: true })).toBeVisible();
	};
	await isNow('Reçue');
	await expect(page.getByAltText(/page 1/i)).toBeVisible();
	await expect(page.locator('form[action="?/supprimer"]')).toHaveCount(1);

	const agent = await agentOf('antibes', 'head');
	await as(agent, (tx) => acceptPaper(tx, agent, { paperId }));
	await isNow('Acceptée');
	await expect(page.locator('form[action="?/supprimer"]')).toHaveCount(0);
	await as(agent, (tx) => depositPaper(tx, agent, { paperId }));
	await isNow('Transmise au SNE');
	await as(TESTING, (tx) =>
		tx
			.update(paper)
			.set({ depositedAt: Temporal.Instant.from('2026-01-02T09:00:00Z') })
			.where(eq(paper.id, paperId))
	);
	await emptyOnly(paperId);
	await isNow('Transmise, supprimée d’ici');
	expect(await contentsOf(paperId)).toBe(0);
	expect((await page.request.get(`${own}/pages/1`)).status()).toBe(404);
});

test('a file that the antivirus refuses is destroyed, and its owner reads what to do', async ({
	page
}) => {
	await signedIn(page);
	const paperId = await begin(page);
	const buffer = await aPdf(1, { compress: false }, (document) => document.ref({}).end(EICAR));
	await page
		.locator('#f-fichier')
		.setInputFiles({ name: 'avis.pdf', mimeType: 'application/pdf', buffer });
	await expect(tiles(page)).toHaveCount(1);
	await expect
		.poll(async () => (await filesOf(paperId))[0]?.trouble, { timeout: WORKER_MS })
		.toBe('infected');
	await page.reload();
	await expect(tiles(page)).toContainText('Ce fichier est dangereux pour un ordinateur');
	await expect(tiles(page)).toContainText('Prenez le papier en photo');
	expect(await contentsOf(paperId)).toBe(0);
	await page.getByRole('button', { name: 'Envoyer ce document au guichet' }).click();
	await expect(page.getByRole('alert')).toBeVisible();
	expect(await stateOf(paperId)).toBe('receiving');
});
