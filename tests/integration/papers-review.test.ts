import { desc, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { system } from '../../src/lib/domain/accounts/actor.ts';
import { NotFound, Refused } from '../../src/lib/domain/errors.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { person } from '../../src/lib/server/db/schema/applications.ts';
import { message } from '../../src/lib/server/db/schema/notifications.ts';
import { changeReason } from '../../src/lib/server/documents/change-reason.ts';
import { depositPapers } from '../../src/lib/server/documents/deposit-papers.ts';
import { papersToDeposit } from '../../src/lib/server/documents/papers-to-deposit.ts';
import { missingPapersOf } from '../../src/lib/server/documents/queries.ts';
import { reasonByCode } from '../../src/lib/server/documents/reason-catalogue.ts';
import {
	nextInQueue,
	queueCounts,
	reviewQueue
} from '../../src/lib/server/documents/review-queue.ts';
import {
	reviewStage,
	ALL,
	accept,
	again,
	preview,
	review,
	sentBy,
	inList
} from '../support/papers/review-stage.ts';
import { setSetting } from '../../src/lib/server/settings/set-setting.ts';
import { as, ask, rowOf, sendReady } from '../support/papers/desk.ts';

const stage = reviewStage();

describe('the queue of an agent', () => {
	it('puts what is late first, then what will soonest be, by the fifteen days from reception', async () => {
		setClock('2026-11-01T10:00:00+01:00');
		const late = await sendReady(stage.vault, stage.home);
		setClock('2026-11-20T10:00:00+01:00');
		const recent = await sendReady(stage.vault, stage.home, { category: 'tax_notice_n2' });
		setClock('2026-11-10T10:00:00+01:00');
		const between = await sendReady(stage.vault, stage.home, { category: 'payslips' });
		setClock('2026-11-23T09:00:00+01:00');
		const { lines } = await as(stage.camille, (tx) => reviewQueue(tx, stage.camille, ALL));
		expect(lines.map(({ id, daysLeft }) => [id, daysLeft])).toEqual([
			[late, -7],
			[between, 2],
			[recent, 12]
		]);
	});

	it('counts the days from reception that the service has set, wherever they are shown', async () => {
		const { head, camille, home } = stage;
		const days = (value: number) =>
			as(head, (tx) =>
				setSetting(tx, head, { key: 'papers_deposit_days', value, confirmed: true })
			);
		const id = await sendReady(stage.vault, home);
		setClock('2026-11-26T09:00:00+01:00');
		const shown = async () => {
			const { lines } = await as(camille, (tx) => reviewQueue(tx, camille, ALL));
			const { paper } = await review(camille, id);
			return [lines[0]?.daysLeft, paper.daysLeft];
		};
		expect(await shown()).toEqual([12, 12]);
		await days(10);
		expect(await shown()).toEqual([7, 7]);
		await accept(camille, id);
		const { toDeposit } = await as(camille, (tx) =>
			papersToDeposit(tx, camille, home.applicationId)
		);
		expect(toDeposit.map(({ daysLeft }) => daysLeft)).toEqual([7]);
		await days(15);
	});

	it('keeps what cannot be read apart, and what is accepted for the deposit', async () => {
		const ready = await sendReady(stage.vault, stage.home);
		const waiting = await sendReady(stage.vault, stage.home, { category: 'payslips', colours: [] });
		const accepted = await sendReady(stage.vault, stage.home, { category: 'tax_notice_n2' });
		await accept(stage.camille, accepted);
		expect(await inList(stage.camille, '')).toEqual([ready]);
		expect(await inList(stage.camille, 'liste=en-attente')).toEqual([waiting]);
		expect(await inList(stage.camille, 'liste=a-deposer')).toEqual([accepted]);
		expect(await as(stage.camille, (tx) => queueCounts(tx, stage.camille, ALL))).toEqual({
			to_check: 1,
			answers: 0,
			waiting: 1,
			to_deposit: 1
		});
	});

	it('says which papers answer one that was asked again', async () => {
		const refused = await sendReady(stage.vault, stage.home);
		await again(stage.camille, refused);
		setClock('2026-11-24T09:00:00+01:00');
		const answer = await sendReady(stage.vault, stage.home, { category: 'passport' });
		await sendReady(stage.vault, stage.home, { category: 'payslips' });
		expect(await inList(stage.camille, 'liste=reponses')).toEqual([answer]);
	});

	it('is narrowed to a sort of paper, and to one of my counters', async () => {
		const card = await sendReady(stage.vault, stage.home);
		const tax = await sendReady(stage.vault, stage.home, { category: 'tax_notice_n2' });
		expect(await inList(stage.camille, 'type=tax')).toEqual([tax]);
		expect(await inList(stage.head, 'guichet=antibes')).toEqual([card, tax]);
		expect(await inList(stage.head, 'guichet=valbonne')).toEqual([]);
		await expect(inList(stage.camille, 'guichet=valbonne')).rejects.toThrow(NotFound);
	});

	it('is read by agents only, each their own territory', async () => {
		await sendReady(stage.vault, stage.home);
		expect(await inList(stage.dominique, '')).toEqual([]);
		await expect(inList(stage.home.applicant as never, '')).rejects.toThrow(Refused);
	});

	it('leads from one paper to the next, round to the first, and never to what a colleague has open', async () => {
		const first = await sendReady(stage.vault, stage.home);
		setClock('2026-11-23T09:01:00+01:00');
		const second = await sendReady(stage.vault, stage.home, { category: 'payslips' });
		setClock('2026-11-23T09:02:00+01:00');
		const third = await sendReady(stage.vault, stage.home, { category: 'tax_notice_n2' });
		expect((await review(stage.camille, first)).next).toEqual({ id: second });
		await review(stage.sacha, second);
		expect((await review(stage.camille, first)).next).toEqual({ id: third });
		expect((await review(stage.camille, third)).next).toEqual({ id: first });
		expect((await review(stage.camille, second)).takenBy).toBe('Sacha');
		setClock('2026-11-23T09:20:00+01:00');
		expect((await review(stage.camille, second)).takenBy).toBeNull();
	});

	it('leads nobody to a sensitive paper that they may not read', async () => {
		await ask(stage.home, 'medical_certificate');
		await sendReady(stage.vault, stage.home, { category: 'medical_certificate' });
		expect(await inList(stage.camille, '')).toHaveLength(1);
		expect(await as(stage.camille, (tx) => nextInQueue(tx, stage.camille, ALL, null))).toBeNull();
		const trusted = { ...stage.camille, readsSensitive: true };
		expect(await as(trusted, (tx) => nextInQueue(tx, trusted, ALL, null))).not.toBeNull();
	});
});

describe('an agent asks for a paper again', () => {
	it('after reading the very message, in the person’s language, and that message is what they read', async () => {
		const id = await sendReady(stage.vault, stage.home);
		const seen = await preview(stage.camille, id, 'cut_off', '  Le bas\nest coupé. ');
		expect(seen).toMatchObject({ locale: 'fr', note: 'Le bas est coupé.', letters: [] });
		await again(stage.camille, id, 'cut_off', 'Le bas est coupé.', seen.stamp);
		const [sent] = await sentBy(stage);
		expect(sent).toMatchObject({
			state: 'to_resend',
			mark: 'unusable',
			resend: { reason: 'cut_off', note: 'Le bas est coupé.', told: seen.told }
		});
		expect(seen.told.said.fr).toBe('Un bord du papier est coupé.');
		expect(seen.told.advice['ar']).toBeTruthy();
	});

	it('and what was told stays as it was told when the catalogue is worded anew', async () => {
		const id = await sendReady(stage.vault, stage.home);
		await again(stage.camille, id, 'expired');
		const { label, said, advice, mark, drawing, active } = await as(stage.head, (tx) =>
			reasonByCode(tx, stage.head, 'expired')
		);
		const reason = { label, advice, mark, drawing, active, again: true, said: { fr: 'Autre.' } };
		await as(stage.head, (tx) =>
			changeReason(tx, stage.head, { code: 'expired', reason: reason as never })
		);
		expect((await sentBy(stage))[0]?.resend?.told?.said).toEqual(said);
	});

	it('but not with a message that has changed since it was read', async () => {
		const id = await sendReady(stage.vault, stage.home);
		const { stamp } = await preview(stage.camille, id, 'blurred', 'Un mot.');
		await expect(again(stage.camille, id, 'blurred', 'Un autre mot.', stamp)).rejects.toMatchObject(
			{
				rule: 'resend-changed'
			}
		);
		expect((await rowOf(id)).state).toBe('received');
	});

	it('with a reason in use and a short line, else nothing is done', async () => {
		const id = await sendReady(stage.vault, stage.home);
		await expect(again(stage.camille, id, 'ugly')).rejects.toMatchObject({ rule: 'resend-reason' });
		await expect(again(stage.camille, id, 'blurred', 'x'.repeat(301))).rejects.toMatchObject({
			rule: 'resend-note-length'
		});
		expect((await rowOf(id)).state).toBe('received');
	});

	it('and the person is told by e-mail and SMS that there is news, and nothing of it', async () => {
		await as(system('test'), (tx) =>
			tx
				.update(person)
				.set({ email: 'nour@demo.test', phone: '+33600000001' })
				.where(eq(person.id, stage.home.personId))
		);
		const [first, second] = [
			await sendReady(stage.vault, stage.home),
			await sendReady(stage.vault, stage.home, { category: 'payslips' })
		];
		const { letters } = await preview(stage.camille, first, 'wrong_person', 'Au nom de Lina.');
		await again(stage.camille, first, 'wrong_person', 'Au nom de Lina.');
		await again(stage.camille, second);
		const queued = await as(system('test'), (tx) =>
			tx
				.select()
				.from(message)
				.where(eq(message.applicationId, stage.home.applicationId))
				.orderBy(desc(message.channel))
		);
		expect(queued.map(({ channel, kind }) => [channel, kind]).sort()).toEqual([
			['email', 'paper-news'],
			['sms', 'paper-news']
		]);
		for (const { channel, body, subject } of queued) {
			expect(body).toBe(letters.find((letter) => letter.channel === channel)?.body);
			expect(body).toContain('/espace/pieces');
			expect(`${subject} ${body}`).not.toMatch(/Nour|Exemple|Lina|identité|paie|autre personne/);
		}
	});

	it('sets aside what should never have been sent: nothing is awaited in its place', async () => {
		const id = await sendReady(stage.vault, stage.home, { category: 'payslips' });
		await again(stage.camille, id, 'out_of_scope');
		expect(await rowOf(id)).toMatchObject({ state: 'set_aside', mark: 'out_of_scope' });
	});

	it('may decide otherwise afterwards', async () => {
		const id = await sendReady(stage.vault, stage.home);
		await accept(stage.camille, id);
		await again(stage.sacha, id, 'obsolete');
		await accept(stage.camille, id);
		expect(await rowOf(id)).toMatchObject({
			state: 'accepted',
			reason: null,
			told: null,
			mark: null
		});
	});

	it('marks what is in SNE already, which is then awaited anew', async () => {
		const id = await sendReady(stage.vault, stage.home);
		await accept(stage.camille, id);
		const paperIds = [id];
		const { applicationId } = stage.home;
		await as(stage.camille, (tx) => depositPapers(tx, stage.camille, { applicationId, paperIds }));
		await again(stage.camille, id, 'obsolete');
		expect(await rowOf(id)).toMatchObject({ state: 'passed_on', mark: 'obsolete' });
		const missing = await as(stage.home.applicant, (tx) =>
			missingPapersOf(tx, stage.home.applicant, applicationId)
		);
		expect(missing[0]).toMatchObject({ need: 'identity', state: 'to_resend', paperId: id });
	});
});
