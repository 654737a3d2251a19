import { globSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { root } from '../../scripts/root.ts';
import { OTHER_QUESTIONS } from '../support/pages/every-page.ts';
import { openPagesApart, type PagesApart } from '../support/pages/pages-apart.ts';
import { largeTables, wholeReads } from '../support/pages/whole-reads.ts';

/** Statements of the most that any page may ask, and of my request, the session's own among them. */
const [ANY_PAGE, MY_REQUEST] = [6, 4];

/** A département's beginning: large enough for an index to win wherever there is one. */
const REQUESTS = 40_000;
/** Pages that are about every row there is, and say why. */
const ABOUT_ALL: Record<string, string> = {
	'(staff)/agent/cotation/[id]/effet': 'tries a grid on every live request, five hundred at a time',
	'(portal)/demo/messages': 'every message that was sent; demonstrations only'
};

test.describe('what pages ask of the database', () => {
	test.describe.configure({ mode: 'serial', timeout: 300_000 });

	let apart: PagesApart;
	test.beforeAll(async () => {
		test.setTimeout(300_000);
		apart = await openPagesApart();
	});
	test.afterAll(() => apart?.close());

	test('every page of the site is in the list that is looked at', () => {
		const files = globSync('**/+page.svelte', { cwd: `${root}/src/routes` });
		const routes = files.map((file) => file.replace(/\/\+page\.svelte$/, ''));
		expect(Object.keys(apart.pages).sort()).toEqual(routes.sort());
	});

	test('nobody opens a page that asks more than six statements', async () => {
		const found: string[] = [];
		for (const [route, visit] of Object.entries({ ...apart.pages, ...OTHER_QUESTIONS })) {
			const { status, ...cost } = await apart.costOf(visit);
			const { length: asked } = cost.statements;
			if (process.env['SHOW_COST']) console.log(asked, cost.trips, route);
			if (status !== 200) found.push(`${route} answers ${status}`);
			// A trip for each statement at the most, and one for the commit: what opens a transaction travels with the first.
			if (asked > ANY_PAGE || cost.trips > asked + 1)
				found.push(`${route}: ${asked} statements in ${cost.trips} trips`);
		}
		expect(found).toEqual([]);
	});

	test('an applicant who opens their request waits for few answers', async () => {
		const { statements, trips, encoding } = await apart.costOf(apart.pages['(applicant)/espace']!);
		expect(statements.length).toBeGreaterThan(0);
		expect(statements.length).toBeLessThanOrEqual(MY_REQUEST);
		expect(trips).toBeLessThanOrEqual(MY_REQUEST);
		// Known to PostgreSQL by their names, and the page travels compressed.
		expect(statements.filter(({ isPrepared }) => !isPrepared)).toEqual([]);
		expect(encoding).toBe('br');
	});

	test('nobody opens a page that reads a large table from end to end', async () => {
		await apart.addRegion(REQUESTS);
		const large = await largeTables(apart.owner);
		expect(large.size).toBeGreaterThan(10);
		const found: string[] = [];
		for (const [route, visit] of Object.entries({ ...apart.pages, ...OTHER_QUESTIONS })) {
			if (route in ABOUT_ALL) continue;
			const { statements } = await apart.costOf(visit);
			for (const asked of statements)
				for (const read of await wholeReads(apart.owner, large, asked))
					found.push(`${route}: ${read}`);
		}
		expect(found).toEqual([]);
	});
});
