import { expect, test, type Page } from '@playwright/test';
import { and, eq, isNotNull, ne } from 'drizzle-orm';
import type { Applicant } from '../../src/lib/domain/accounts/actor.ts';
import { issueActivationCode } from '../../src/lib/server/accounts/issue-activation-code.ts';
import { bookAppointment } from '../../src/lib/server/appointments/book-appointment.ts';
import { findTimes } from '../../src/lib/server/appointments/find-times.ts';
import { proposeChange } from '../../src/lib/server/changes/propose-change.ts';
import { helperAccount, session } from '../../src/lib/server/db/schema/accounts.ts';
import { application, person } from '../../src/lib/server/db/schema/applications.ts';
import { timeRequest } from '../../src/lib/server/db/schema/booking.ts';
import { proposal } from '../../src/lib/server/db/schema/changes.ts';
import { paper } from '../../src/lib/server/db/schema/documents.ts';
import { helperMandate } from '../../src/lib/server/db/schema/helpers.ts';
import { message } from '../../src/lib/server/db/schema/notifications.ts';
import { vault } from '../../src/lib/server/documents/vault.ts';
import { sendResetLink } from '../../src/lib/server/helpers/send-reset-link.ts';
import { joinWaitingList } from '../../src/lib/server/waiting/join-list.ts';
import { leaveTimeRequest } from '../../src/lib/server/waiting/leave-time-request.ts';
import { offerToken } from '../../src/lib/server/waiting/links.ts';
import { offerPlace } from '../../src/lib/server/waiting/offer-place.ts';
import { as, newApplicant, TESTING } from '../support/booking.ts';
import { invite, newHelper, secretOf } from '../support/helpers.ts';
import { sendReady } from '../support/papers/desk.ts';
import { ownDesk } from '../support/papers/own-desk.ts';
import { stateOf } from '../support/papers/received.ts';
import { signedIn } from '../support/papers/screen.ts';
import { sendOffline, sentOnce } from '../support/phone.ts';
import { offersTo } from '../support/waiting.ts';

/*
 * What is given, taken back or refused in a tunnel: what was typed is still there, and it is done once when the network
 * is back. The rest of the forms: phone-sends-once.spec.ts, phone-without-network.spec.ts.
 */

const CODE = '4827159370462815';

/** A fold is opened before the form in it can be sent. */
const unfold = (page: Page, words: string) =>
	page.getByRole('main').locator('summary', { hasText: words }).click();

const papersOf = (who: Applicant) => () =>
	as(TESTING, (tx) => tx.$count(paper, eq(paper.applicationId, who.applicationId)));
/** Of a request that has one paper: whether it is gone. */
const goneOf = (who: Applicant) => async () => 1 - (await papersOf(who)());

async function personOf(who: Applicant): Promise<string> {
	const [found] = await as(TESTING, (tx) =>
		tx.select({ id: person.id }).from(person).where(eq(person.applicationId, who.applicationId))
	);
	return found!.id;
}

test('a change and a request for another time, taken back in a tunnel, are taken back once', async ({
	page
}) => {
	const who = await signedIn(page);
	const subject = await personOf(who);
	const proposalId = await as(who, (tx, actor) =>
		proposeChange(tx, actor, { kind: 'contact', subject, values: { phone: '+33600123456' } })
	);
	await page.goto(`/espace/demande/changements/${proposalId}`);
	const withdrawn = and(eq(proposal.id, proposalId), eq(proposal.state, 'withdrawn'));
	await sentOnce(page, 'Retirer', () => as(TESTING, (tx) => tx.$count(proposal, withdrawn)));
	await expect(page.getByTestId('state')).toContainText('Retiré');

	const asked = { motive: 'suivi', counter: 'biot', halfDays: ['3-am' as const], locale: 'fr' };
	const requestId = await as(who, (tx, actor) => leaveTimeRequest(tx, actor, asked));
	await page.goto('/espace/rendez-vous');
	const closed = and(eq(timeRequest.id, requestId), eq(timeRequest.state, 'closed'));
	await sentOnce(page, 'Retirer ma demande', () =>
		as(TESTING, (tx) => tx.$count(timeRequest, closed))
	);
	await expect(page.getByRole('button', { name: 'Retirer ma demande' })).toHaveCount(0);
});

test('another paper, begun in a tunnel, is begun once; given up in a tunnel, it is gone once', async ({
	page
}) => {
	const who = await signedIn(page);
	await page.goto('/espace/pieces');
	await unfold(page, 'Envoyer un autre papier');
	await page.locator('#piece-autre').selectOption({ index: 1 });
	await sentOnce(page, 'Commencer ce papier', papersOf(who));
	await expect(page.getByRole('heading', { name: 'Les pages de ce document' })).toBeVisible();
	await unfold(page, 'Abandonner ce document');
	await sentOnce(page, 'Abandonner ce document', goneOf(who));
});

test('a paper that was sent, taken back in a tunnel, is taken back once when the network is back', async ({
	page
}) => {
	const who = await signedIn(page);
	const home = { applicant: who, applicationId: who.applicationId, personId: await personOf(who) };
	const paperId = await sendReady(await vault(), home, { colours: [] });
	const sent = await stateOf(paperId);
	await page.goto(`/espace/pieces/${paperId}`);
	await unfold(page, 'Supprimer');
	await sentOnce(page, 'Supprimer ce fichier', async () =>
		(await stateOf(paperId)) === sent ? 0 : 1
	);
});

/**
 * Somebody with an appointment at a counter, to whom an earlier place is offered: in one transaction, before the job of
 * the running application finds them waiting.
 * @returns the page of the offer
 */
async function offeredAt(counter: string, who: Applicant): Promise<string> {
	const visit = { motive: 'suivi', counter };
	const heldId = await as(TESTING, async (tx, system) => {
		const { days } = await findTimes(tx, who, visit);
		await bookAppointment(tx, who, { ...visit, startsAt: days.at(-1)!.times.at(-1)!.startsAt });
		const entryId = await joinWaitingList(tx, who, { ...visit, halfDays: [] });
		return offerPlace(tx, system, { entryId, startsAt: days.at(-2)!.times[0]!.startsAt });
	});
	return `/liste-attente/${offerToken(heldId!)}`;
}

test('a freed place, taken or left in a tunnel, is taken or left once when the network is back', async ({
	page
}) => {
	const answers = (outcome: 'accepted' | 'declined', who: Applicant) => async () =>
		(await offersTo(who)).filter((offer) => offer.outcome === outcome).length;
	const glad = await signedIn(page);
	await page.goto(await offeredAt('consegudes', glad));
	await sentOnce(page, 'Déplacer mon rendez-vous à cette heure', answers('accepted', glad));
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Votre rendez-vous est réservé');

	const other = await signedIn(page);
	await page.goto(await offeredAt('consegudes', other));
	await unfold(page, 'Laisser cette place');
	await page.getByLabel('Ne plus me proposer de place').check();
	await sentOnce(page, 'Laisser cette place', answers('declined', other));
});

test('an invitation to help, declined in a tunnel, is declined once when the network is back', async ({
	page
}) => {
	const { mandateId } = await invite(await newApplicant());
	await page.goto(`/accompagnement/invitation/${await secretOf(mandateId)}`);
	const declined = and(eq(helperMandate.id, mandateId), isNotNull(helperMandate.declinedAt));
	await sentOnce(page, 'Ce n’est pas pour moi', () =>
		as(TESTING, (tx) => tx.$count(helperMandate, declined))
	);
});

test('another password of somebody who helps, chosen in a tunnel, is chosen once when the network is back', async ({
	page
}) => {
	const { accountId } = await newHelper(await newApplicant());
	const own = eq(helperAccount.id, accountId);
	const [known] = await as(TESTING, (tx) => tx.select().from(helperAccount).where(own));
	const { contact, passwordHash } = known!;
	await as(TESTING, (tx, actor) => sendResetLink(tx, actor, { contact, locale: 'fr' }));
	const [sent] = await as(TESTING, (tx) =>
		tx
			.select({ body: message.body })
			.from(message)
			.where(and(eq(message.recipient, contact), eq(message.kind, 'helper-password')))
	);
	await page.goto(/\/accompagnement\/mot-de-passe\/[\w.-]+/.exec(sent!.body)![0]);
	await page.locator('main [name=motdepasse]').fill('cinq figues bien mûres');
	const changed = and(own, ne(helperAccount.passwordHash, passwordHash));
	await sentOnce(page, 'Choisir ce mot de passe', () =>
		as(TESTING, (tx) => tx.$count(helperAccount, changed))
	);
	await expect(page).toHaveURL(/\/accompagnement$/);
});

test('the password of a first sign-in, chosen in a tunnel, opens the request once when the network is back', async ({
	page
}) => {
	const { applicationId, accountId } = await newApplicant();
	await as(TESTING, (tx, actor) => issueActivationCode(tx, actor, { applicationId, code: CODE }));
	const [file] = await as(TESTING, (tx) =>
		tx
			.select({ number: application.uniqueNumber })
			.from(application)
			.where(eq(application.id, applicationId))
	);
	const main = page.getByRole('main');
	await page.goto('/activation');
	await main.locator('[name=numero]').fill(file!.number);
	await main.locator('[name=code]').fill(CODE);
	await main.getByRole('button', { name: 'Vérifier le code' }).click();
	await main.locator('[name=motdepasse]').fill('trois citrons bien bleus');
	await main.locator('[name=repetition]').fill('trois citrons bien bleus');
	await sentOnce(page, 'Enregistrer et ouvrir mon espace', () =>
		as(TESTING, (tx) => tx.$count(session, eq(session.applicantAccountId, accountId)))
	);
	await expect(page).toHaveURL(/\/espace$/);
});

test('a paper that an agent decides in a tunnel stays as it was, with what they chose and wrote', async ({
	page,
	context
}) => {
	const { papers } = await ownDesk(context, { category: 'payslips' });
	const paperId = papers[0]!;
	await page.goto(`/agent/pieces/${paperId}`);
	const main = page.getByRole('main');
	const before = await stateOf(paperId);
	const nature = main.locator('[name=nature]').first();
	await nature.check();
	await unfold(page, 'Demander de nouveau');
	await main.locator('[name=motif]').first().check();
	await main.locator('textarea[name=message]').fill('Il manque la page 2.');
	for (const send of [/^Accepter/, /^Lire le message/]) {
		await sendOffline(page, send);
		expect(await stateOf(paperId)).toBe(before);
		await context.setOffline(false);
		await expect(page.locator('[data-phone="form"]')).toBeHidden();
	}
	await expect(main.locator('textarea[name=message]')).toHaveValue('Il manque la page 2.');
});
