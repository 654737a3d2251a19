import { expect, test } from '@playwright/test';
import { AMINA, signInApplicant } from '../support/sign-in.ts';
import { costOf } from '../support/wire.ts';

/** The most a page may weigh, in bytes over the wire on a first visit (1 kB = 1,000 bytes). */
interface Budget {
	/** A little above what was reached, in the language that weighs most, so that weight does not creep back. */
	document: number;
	everything: number;
	withoutFont?: number;
	scripts: number;
	signedIn?: boolean;
}

/** Ten packets, the first window of a new connection (RFC 6928): no document may be above it. */
const FIRST_WINDOW = 14_000;
const INFORMATION = { everything: 45_000, withoutFont: 25_000, scripts: 5_000 };
const BUDGETS: Record<string, Budget> = {
	'/': { document: 10_100, ...INFORMATION },
	'/guide/cotation': { document: 9_900, ...INFORMATION },
	'/guide/pieces': { document: 10_500, ...INFORMATION },
	'/guichets': { document: 11_800, ...INFORMATION },
	'/guichets/antibes': { document: 10_500, ...INFORMATION },
	'/chiffres': { document: 10_900, ...INFORMATION },
	'/rendez-vous': { document: 9_300, everything: 60_000, scripts: 35_000 },
	'/espace': { document: 12_500, everything: 70_000, scripts: 40_000, signedIn: true },
	'/espace/pieces': { document: 13_200, everything: 90_000, scripts: 45_000, signedIn: true }
};

// A first visit, before anything was kept: what the service worker fetches later, it fetches when idle.
test.use({ serviceWorkers: 'block' });

for (const [path, budget] of Object.entries(BUDGETS)) {
	for (const language of ['', '/ar']) {
		test(`somebody on a slow line waits for few bytes: ${language}${path}`, async ({
			page,
			context
		}) => {
			if (budget.signedIn) await signInApplicant(context, AMINA);
			const cost = await costOf(page, `${language}${path}`);
			await test.info().attach('cost', { body: JSON.stringify(cost) });
			if (process.env['SHOW_COST']) console.log(`${language}${path}`, JSON.stringify(cost));
			expect(cost.document).toBeGreaterThan(0);
			expect(cost.document).toBeLessThanOrEqual(Math.min(budget.document, FIRST_WINDOW));
			expect(cost.scripts).toBeLessThanOrEqual(budget.scripts);
			expect(cost.everything).toBeLessThanOrEqual(budget.everything);
			expect(cost.everything - cost.fonts).toBeLessThanOrEqual(
				budget.withoutFont ?? budget.everything
			);
			// Nothing moves: a page is painted whole (rel=expect), its face is optional, notices lie over it.
			expect(cost.shift).toBe(0);
		});
	}
}

test('who comes back to a page that did not change downloads nothing of it', async ({
	request
}) => {
	const counters = ['/guichets', '/guichets/antibes'];
	for (const path of ['/', '/guide/cotation', ...counters, '/chiffres', '/statistiques']) {
		// Somebody may book between the two visits, and the page then says so: it is asked again.
		await expect(async () => {
			const etag = (await request.get(path)).headers()['etag'] ?? '';
			expect(etag, path).not.toBe('');
			const again = await request.get(path, { headers: { 'if-none-match': etag } });
			expect(again.status(), path).toBe(304);
		}).toPass();
	}
});

test('a page built once carries the protections of all others, and is asked for again', async ({
	request
}) => {
	const { 'cache-control': built, ...headers } = (await request.get('/guide/cotation')).headers();
	expect(built).toBe('no-cache');
	expect(headers['x-frame-options']).toBe('DENY');
	expect(headers['x-content-type-options']).toBe('nosniff');
	const page = await (await request.get('/guide/cotation')).text();
	const script = /src="([^"]+immutable[^"]+)"/.exec(page)?.[1] ?? '';
	expect((await request.get(script)).headers()['cache-control']).toContain('immutable');
	expect((await request.get('/espace')).headers()['cache-control']).toContain('no-store');
});
