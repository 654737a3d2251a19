import { randomUUID } from 'node:crypto';
import { test, expect, type BrowserContext, type Page } from '@playwright/test';
import { startSession } from '../../src/lib/server/accounts/lucia.ts';
import { today } from '../../src/lib/server/clock.ts';
import { closeDatabase } from '../../src/lib/server/db/client.ts';
import { makeAppointment } from '../support/agents/territory.ts';
import { agentOf, as, TESTING } from '../support/booking.ts';
import { accept, invite, secretOf } from '../support/helpers.ts';
import { EMAIL, FIRST, giveLongWords, LAST, visitorOfLongWords } from '../support/long-words.ts';
import { colleagueOf } from '../support/papers/desk.ts';
import { ownDesk } from '../support/papers/own-desk.ts';
import { pagesBehind } from '../support/public-pages.ts';
import { sidewaysOf } from '../support/sideways.ts';
import { giveCookie } from '../support/sign-in.ts';

// 1280 px enlarged four times (WCAG 1.4.10), where a name of one long word has the least room.
test.use({ viewport: { width: 320, height: 640 } });
test.setTimeout(300_000);
test.afterAll(() => closeDatabase());

/** What is wrong with these pages, in French and in Arabic: they do not come, or can be pushed sideways. */
async function faultsOf(page: Page, paths: readonly string[]): Promise<string[]> {
	const faults: string[] = [];
	for (const path of ['', '/ar'].flatMap((language) => paths.map((each) => language + each))) {
		const answer = await page.goto(path);
		if (answer?.status() !== 200) faults.push(`${path}: ${answer?.status()}`);
		const over = await sidewaysOf(page);
		if (over > 0) faults.push(`${path}: by ${over} px`);
	}
	return faults;
}

/** Somebody of long words with one paper, at a counter of their own whose agent is signed in. */
async function somebody(context: BrowserContext) {
	const { agent, applicationId, papers } = await ownDesk(context, { category: 'payslips' });
	const paperId = papers[0]!;
	return { agent, paperId, owner: await giveLongWords({ agent, applicationId, paperId }) };
}

test('a name, an address or a file of one long word fits the screens of an agent', async ({
	page,
	context
}) => {
	const { agent, owner, paperId } = await somebody(context);
	const visit = `/agent/rendez-vous/${await visitorOfLongWords(agent)}`;
	const file = `/agent/demandes/${owner.applicationId}`;
	const lists = ['', '/agenda', '/demandes', '/messages', '/pieces', '/journal'];
	const tabs = ['changements', 'cotation', 'depot', 'evenement', 'messages', 'numeriser'];
	const faults = await faultsOf(page, [
		...lists.map((list) => `/agent${list}`),
		`/agent/pieces/${paperId}`,
		file,
		...tabs.map((tab) => `${file}/${tab}`),
		`${file}/rendez-vous`,
		visit,
		`${visit}/annuler`
	]);
	expect(faults).toEqual([]);
});

test('a name of one long word fits the day and the week of a counter', async ({
	page,
	context
}) => {
	const { owner } = await somebody(context);
	// A day that no other test looks at.
	const day = today().add({ days: 120 });
	const startsAt = `${day}T10:00:00+01:00`;
	await makeAppointment({
		applicationId: owner.applicationId,
		slug: 'opio',
		startsAt,
		motive: 'enregistrement'
	});
	const { staffId } = await colleagueOf(await agentOf('opio'), `${FIRST} ${LAST}`);
	await giveCookie(context, await as(TESTING, (tx) => startSession(tx, `staff:${staffId}`, null)));
	await page.goto(`/agent?jour=${day}`);
	await expect(page.getByRole('main')).toContainText(FIRST);
	const faults = await faultsOf(page, [`/agent?jour=${day}`, `/agent/agenda?jour=${day}`]);
	expect(faults).toEqual([]);
});

test('a name, an address or a file of one long word fits the screens of its owner', async ({
	page,
	context
}) => {
	const { owner, paperId } = await somebody(context);
	const secret = await as(TESTING, (tx) => startSession(tx, `applicant:${owner.accountId}`, null));
	await giveCookie(context, secret);
	// Which fact is to be put right is part of that address.
	const pages = pagesBehind('(applicant)').filter((path) => path !== '/espace/demande/corriger');
	const own = [...pages, '/espace/demande/corriger?fait=loyer', `/espace/pieces/${paperId}`];
	expect(await faultsOf(page, own)).toEqual([]);
});

test('a name, an address or a file of one long word fits the screens of a helper', async ({
	page,
	context
}) => {
	const { owner } = await somebody(context);
	const name = `${FIRST} ${LAST}`;
	const address = `${randomUUID()}.${EMAIL}`;
	const { mandateId } = await invite(owner, { name, contact: { channel: 'email', address } });
	const helper = await accept(await secretOf(mandateId), { family: LAST, name });
	await giveCookie(context, helper!.sessionSecret);
	const of = `/accompagnement/${mandateId}`;
	const tabs = ['demande', 'messages', 'papiers', 'rendez-vous'];
	const pages = ['/accompagnement', of, ...tabs.map((tab) => `${of}/${tab}`)];
	expect(await faultsOf(page, pages)).toEqual([]);
});
