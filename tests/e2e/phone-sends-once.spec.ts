import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Applicant } from '../../src/lib/domain/accounts/actor.ts';
import { startSession } from '../../src/lib/server/accounts/lucia.ts';
import { bookAppointment } from '../../src/lib/server/appointments/book-appointment.ts';
import { findTimes } from '../../src/lib/server/appointments/find-times.ts';
import { today } from '../../src/lib/server/clock.ts';
import { session } from '../../src/lib/server/db/schema/accounts.ts';
import { applicationEvent } from '../../src/lib/server/db/schema/applications.ts';
import { waitingEntry } from '../../src/lib/server/db/schema/booking.ts';
import { conversationMessage } from '../../src/lib/server/db/schema/conversations.ts';
import { paper } from '../../src/lib/server/db/schema/documents.ts';
import { helperMandate } from '../../src/lib/server/db/schema/helpers.ts';
import { message } from '../../src/lib/server/db/schema/notifications.ts';
import { renewalConfirmation } from '../../src/lib/server/db/schema/renewals.ts';
import { as, newApplicant, TESTING } from '../support/booking.ts';
import { answer } from '../support/changes/renewal.ts';
import { accept, HELPER_PASSWORD, invite, newHelper, secretOf } from '../support/helpers.ts';
import { offered } from '../support/offers.ts';
import { photoOfAPage } from '../support/papers/photo.ts';
import { filesOf } from '../support/papers/received.ts';
import { begin, signedIn, takePhoto } from '../support/papers/screen.ts';
import { sentOnce, workerReady, type Result } from '../support/phone.ts';
import { aPicture } from '../support/picture.ts';
import { giveCookie } from '../support/sign-in.ts';
import { bookedBy, registeredOn } from '../support/waiting.ts';

/*
 * Filled, the network gone, sent; then the network is back and it is sent again: what was typed is still there, it
 * leaves once, and there is one result.
 */

const eventsOf = (who: Applicant, kind: typeof applicationEvent.$inferSelect.kind): Result => {
	const { applicationId } = who;
	const mine = eq(applicationEvent.applicationId, applicationId);
	return () =>
		as(TESTING, (tx) => tx.$count(applicationEvent, and(mine, eq(applicationEvent.kind, kind))));
};

for (const [reply, send, kind] of [
	['oui', 'J’accepte ce logement', 'offer_acceptance_declared'],
	['non', 'Je refuse ce logement', 'offer_refusal_declared']
] as const) {
	test(`the answer "${reply}" to a home, given in a tunnel, is given once when the network is back`, async ({
		page
	}) => {
		const [sentOn, until] = [today().subtract({ days: 2 }), today().add({ days: 8 })];
		const { applicant, offerId } = await offered(sentOn.toString(), until.toString());
		await signedIn(page, applicant);
		await page.goto(`/espace/offre/reponse?reponse=${reply}&offre=${offerId}`);
		if (reply === 'non') await page.locator('main [name=precisions]').fill('Trop loin');
		await sentOnce(page, send, eventsOf(applicant, kind));
		await expect(page.getByRole('main')).toContainText('Vous avez répondu');
	});
}

test('the last step of a renewal, taken in a tunnel, confirms once when the network is back', async ({
	page
}) => {
	const who = await signedIn(page);
	await registeredOn(who, today().add({ days: 20 }).subtract({ years: 1 }).toString());
	await answer(who);
	await page.goto('/espace/renouvellement/confirmer');
	const ours = eq(renewalConfirmation.applicationId, who.applicationId);
	await sentOnce(page, 'Je confirme mon renouvellement', () =>
		as(TESTING, (tx) =>
			tx.$count(renewalConfirmation, and(ours, eq(renewalConfirmation.state, 'confirmed')))
		)
	);
	await expect(page.getByRole('main')).toContainText('Vous avez confirmé le');
});

test('what a shared paper is, said in a tunnel, is known once when the network is back', async ({
	page
}) => {
	const who = await signedIn(page);
	const shared = await page.request.post('/espace/pieces/partage', {
		headers: { origin: 'null', 'sec-fetch-site': 'none', accept: 'text/html' },
		multipart: { fichier: { name: 'IMG_8.png', mimeType: 'image/png', buffer: aPicture() } },
		maxRedirects: 0
	});
	await page.goto(shared.headers()['location']!);
	const kind = page.locator('main select[name=piece]');
	const proposed = await kind.inputValue();
	const others = await kind
		.locator('option')
		.evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
	const chosen = others.find((value) => value && value !== proposed)!;
	await kind.selectOption(chosen);
	await sentOnce(page, 'Relire et envoyer', () =>
		as(TESTING, (tx) =>
			tx.$count(
				paper,
				and(eq(paper.applicationId, who.applicationId), eq(paper.categoryCode, chosen))
			)
		)
	);
	await expect(page.getByRole('heading', { name: 'Les pages de ce document' })).toBeVisible();
});

test('the pages of a paper, put together and sent in a tunnel, are changed and sent once when the network is back', async ({
	page,
	context
}) => {
	const who = await signedIn(page);
	const paperId = await begin(page);
	await takePhoto(page, await photoOfAPage({ width: 600, height: 800 }));
	const tile = page.locator('[data-file]');
	await expect(tile).toHaveCount(1);
	const turn = tile.getByRole('button', { name: 'Tourner' });
	await context.setOffline(true);
	await turn.click();
	const status = page.locator('[data-status]');
	await expect(status).toContainText('rien n’a changé');
	await expect(tile).toHaveAttribute('data-rotation', '0');
	expect((await filesOf(paperId))[0]!.rotation).toBe(0);
	await context.setOffline(false);
	await turn.click();
	await expect(tile).not.toHaveAttribute('data-rotation', '0');
	expect((await filesOf(paperId))[0]!.rotation).not.toBe(0);

	const sent = and(eq(paper.applicationId, who.applicationId), isNotNull(paper.receivedAt));
	await sentOnce(page, 'Envoyer ce document au guichet', () =>
		as(TESTING, (tx) => tx.$count(paper, sent))
	);
});

/** The first free time but a few days later, so that there may be an earlier one. */
async function booked(who: Applicant, counter: string): Promise<void> {
	await as(who, async (tx, actor) => {
		const visit = { motive: 'suivi', counter };
		const { days } = await findTimes(tx, actor, visit);
		await bookAppointment(tx, actor, { ...visit, startsAt: days.at(-1)!.times.at(-1)!.startsAt });
	});
}

test('the waiting list, joined and left in a tunnel, is joined and left once when the network is back', async ({
	page
}) => {
	const who = await signedIn(page);
	await booked(who, 'bezaudun-les-alpes');
	const entries = (ended: boolean) => () =>
		as(TESTING, (tx) =>
			tx.$count(
				waitingEntry,
				and(
					eq(waitingEntry.applicationId, who.applicationId),
					ended ? isNotNull(waitingEntry.endedAt) : isNull(waitingEntry.endedAt)
				)
			)
		);
	await page.goto('/espace/rendez-vous');
	const main = page.getByRole('main');
	await main.getByText('Prévenez-moi si une place se libère avant').click();
	await main.getByLabel('Mercredi matin').check();
	await sentOnce(page, /^Me prévenir/, entries(false));
	await page.goto('/espace/rendez-vous');
	await expect(main).toContainText('Mercredi matin');
	await sentOnce(page, 'Ne plus me prévenir', entries(true));
});

test('somebody who helps signs in through a tunnel: one code, then one session', async ({
	page
}) => {
	const address = `accompagnante-${randomUUID()}@exemple.test`;
	const { mandateId } = await invite(await newApplicant(), {
		contact: { channel: 'email', address }
	});
	await accept(await secretOf(mandateId));
	const codes = and(eq(message.recipient, address), eq(message.kind, 'helper-code'));
	await page.goto('/accompagnement/connexion');
	const main = page.getByRole('main');
	await main.locator('[name=contact]').fill(address);
	await main.locator('[name=motdepasse]').fill(HELPER_PASSWORD);
	await sentOnce(page, 'Se connecter', () => as(TESTING, (tx) => tx.$count(message, codes)));

	const [sent] = await as(TESTING, (tx) =>
		tx.select({ body: message.body }).from(message).where(codes)
	);
	const code = /\d{6}/.exec(sent?.body ?? '')?.[0] ?? '';
	await main.locator('[name=code]').fill(code);
	await main.getByLabel('Mon téléphone').check();
	const [mandate] = await as(TESTING, (tx) =>
		tx.select().from(helperMandate).where(eq(helperMandate.id, mandateId))
	);
	const own = eq(session.helperAccountId, mandate!.accountId!);
	await sentOnce(page, 'Entrer', () => as(TESTING, (tx) => tx.$count(session, own)));
	await expect(page).toHaveURL(/\/accompagnement$/);
	expect(JSON.stringify(await page.evaluate(() => ({ ...sessionStorage })))).not.toContain(code);
});

test('what somebody does for the person they help is done once, tunnel or not', async ({
	page
}) => {
	const who = await newApplicant({ email: 'n@exemple.test', commune: '06004' });
	const helper = await newHelper(who);
	const secret = await as(TESTING, (tx) => startSession(tx, `helper:${helper.accountId}`, null));
	await giveCookie(page.context(), secret);
	const mandate = helper.mandate!.id;

	await page.goto(`/accompagnement/${mandate}/rendez-vous?motif=suivi&guichet=courmes`);
	await workerReady(page);
	const appointments = async () => (await bookedBy(who)).length;
	await sentOnce(page, /^\d{1,2} h/, appointments);
	await expect(page.getByRole('main')).toContainText('Le rendez-vous est réservé.');
	const free = async () => 1 - (await appointments());
	await page.goto(`/accompagnement/${mandate}/rendez-vous`);
	await sentOnce(page, 'Annuler ce rendez-vous', free);
	await expect(page.getByRole('main')).toContainText('Le rendez-vous est annulé.');

	// Words about somebody else wait in no browser: they stay on the screen, like every form.
	await page.goto(`/accompagnement/${mandate}/messages`);
	await page.locator('main [name=message]').fill('Écrit pour elle dans le tunnel');
	const written = eq(conversationMessage.applicationId, who.applicationId);
	await sentOnce(page, 'Envoyer ce message', () =>
		as(TESTING, (tx) => tx.$count(conversationMessage, written))
	);

	await page.goto('/accompagnement');
	const stopped = and(eq(helperMandate.id, mandate), isNotNull(helperMandate.stoppedAt));
	await sentOnce(page, /^Je n’accompagne plus/, () =>
		as(TESTING, (tx) => tx.$count(helperMandate, stopped))
	);
	await expect(page.getByRole('main')).toContainText('C’est noté.');
});

test('an applicant who dismisses a helper in a tunnel dismisses them once', async ({ page }) => {
	const who = await signedIn(page);
	const { mandate } = await newHelper(who);
	await page.goto('/espace/accompagnants');
	const stopped = and(eq(helperMandate.id, mandate!.id), isNotNull(helperMandate.stoppedAt));
	await sentOnce(page, /^Arrêter maintenant/, () =>
		as(TESTING, (tx) => tx.$count(helperMandate, stopped))
	);
	await expect(page.getByRole('main')).toContainText('C’est arrêté');
});
