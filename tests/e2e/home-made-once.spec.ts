import { expect, test } from '@playwright/test';
import { AMINA, signInApplicant } from '../support/sign-in.ts';

// lib/server/hooks/keep.ts: the home page is made once for everybody who is not signed in.

test('the home page made for visitors is never given to whoever is signed in, nor the reverse', async ({
	browser,
	context
}) => {
	const [account, door] = ['action="/deconnexion"', 'href="/connexion"'];
	const visitor = await browser.newContext();
	await signInApplicant(context, AMINA);
	// Each twice: the second time from what was made for somebody.
	for (let time = 0; time < 2; time += 1) {
		const [theirs, hers] = [await visitor.request.get('/'), await context.request.get('/')];
		expect(await theirs.text()).toContain(door);
		expect(await theirs.text()).not.toContain(account);
		expect(theirs.headers()['cache-control']).toBe('no-cache');
		expect(await hers.text()).toContain(account);
		expect(await hers.text()).not.toContain(door);
		expect(hers.headers()['cache-control']).toBe('private, no-store');
	}
	await visitor.close();
});

test('the home page is made in each language, appearance and compression', async ({ request }) => {
	const ask = async (path: string, cookie: string, encoding: string) => {
		const answer = await request.get(path, { headers: { cookie, 'accept-encoding': encoding } });
		return { text: await answer.text(), encoding: answer.headers()['content-encoding'] ?? null };
	};
	for (let time = 0; time < 2; time += 1) {
		expect((await ask('/', '', 'br')).text).toContain('data-theme="system"');
		expect((await ask('/', 'theme=dark', 'br')).text).toContain('data-theme="dark"');
		expect((await ask('/ar', 'theme=dark', 'br')).text).toContain('lang="ar"');
		expect((await ask('/', 'theme=%22%3E', 'br')).text).toContain('data-theme="system"');
		expect((await ask('/', '', 'br')).encoding).toBe('br');
		expect((await ask('/', '', 'gzip')).encoding).toBe('gzip');
		expect((await ask('/', '', 'identity')).encoding).toBeNull();
	}
});
