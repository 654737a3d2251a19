import { expect, test } from '@playwright/test';
import { AMINA, signInApplicant } from '../support/sign-in.ts';
import { costOf } from '../support/wire.ts';

/** The most a page may weigh, in bytes over the wire on a first visit (1 kB = 1,000 bytes). */
interface Budget {
	everything: number;
	withoutFont?: number;
	scripts: number;
	signedIn?: boolean;
}

/** Ten packets, the first window of a new connection (RFC 6928). */
const DOCUMENT = 14_000;
const INFORMATION: Budget = { everything: 45_000, withoutFont: 25_000, scripts: 5_000 };
const BUDGETS: Record<string, Budget> = {
	'/': INFORMATION,
	'/guide/cotation': INFORMATION,
	'/guide/pieces': INFORMATION,
	'/guichets': INFORMATION,
	'/guichets/antibes': INFORMATION,
	'/chiffres': INFORMATION,
	'/rendez-vous': { everything: 60_000, scripts: 35_000 },
	'/espace': { everything: 70_000, scripts: 40_000, signedIn: true },
	'/espace/pieces': { everything: 90_000, scripts: 45_000, signedIn: true }
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
			expect(cost.document).toBeLessThanOrEqual(DOCUMENT);
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
	for (const path of ['/', '/guide/cotation', '/guichets', '/chiffres']) {
		const first = await request.get(path);
		const etag = first.headers()['etag'] ?? '';
		expect(etag, path).not.toBe('');
		const again = await request.get(path, { headers: { 'if-none-match': etag } });
		expect(again.status(), path).toBe(304);
	}
});

test('a page built once carries the same protections as any other, and is asked for again', async ({
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
