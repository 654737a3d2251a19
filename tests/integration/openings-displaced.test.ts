import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Agent, Applicant } from '../../src/lib/domain/accounts/actor.ts';
import type { CounterChange } from '../../src/lib/domain/counters/changes.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { counterSheet } from '../../src/lib/server/counters/counter-sheet.ts';
import { moveDisplaced } from '../../src/lib/server/counters/move-displaced.ts';
import { previewChange } from '../../src/lib/server/counters/preview-change.ts';
import { reopenDesk } from '../../src/lib/server/counters/reopen-desk.ts';
import { saveChange } from '../../src/lib/server/counters/save-change.ts';
import { tellPeople } from '../../src/lib/server/counters/tell-people.ts';
import { appointment } from '../../src/lib/server/db/schema/appointments.ts';
import { message } from '../../src/lib/server/db/schema/notifications.ts';
import { closure, deskAbsence, opening } from '../../src/lib/server/db/schema/counters.ts';
import { makeAppointment } from '../support/agents/territory.ts';
import { agentOf, as, MONDAY, newApplicant, outcomeOf, TESTING } from '../support/booking.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { away, closing, desksOf, mondays, time } from '../support/openings/drafts.ts';

let database: TestDatabase;
let agent: Agent;
let desks: string[];
let openingId: string;

beforeAll(async () => {
	database = await testDatabase();
	agent = await agentOf('antibes');
	desks = await desksOf('antibes');
});
beforeEach(async () => {
	setClock(MONDAY);
	await as(TESTING, async (tx) => {
		await tx.update(appointment).set({ state: 'cancelled_by_applicant' });
		await tx.delete(opening);
		await tx.delete(closure);
		await tx.delete(deskAbsence);
	});
	({ id: openingId } = await save({ kind: 'add-opening', opening: mondays(desks) }));
});
afterAll(async () => {
	setClock();
	await database.drop();
});

const save = (change: CounterChange, seen?: string) =>
	as(agent, (tx, actor) => saveChange(tx, actor, { slug: 'antibes', change, seen }));
const preview = (change: CounterChange) =>
	as(agent, (tx, actor) => previewChange(tx, actor, { slug: 'antibes', change }));
const sheet = () => as(agent, (tx, actor) => counterSheet(tx, actor, 'antibes'));
const visit = ({ applicationId }: Applicant, startsAt: string) =>
	makeAppointment({ applicationId, slug: 'antibes', startsAt });
const messages = (appointmentId: string) =>
	as(TESTING, (tx) =>
		tx
			.select()
			.from(message)
			.where(
				and(
					eq(message.appointmentId, appointmentId),
					eq(message.kind, 'appointment-without-opening')
				)
			)
	);

describe('a closure that leaves people without opening', () => {
	it('lists them before saving; saving tells each once, in their language, and marks them', async () => {
		const fr = await visit(await newApplicant(), '2026-11-30T09:00:00+01:00');
		const contact = { phone: '+33600000000', locale: 'ar' };
		const ar = await visit(await newApplicant(contact), '2026-11-30T10:00:00+01:00');
		const other = await visit(await newApplicant(), '2026-12-07T09:00:00+01:00');
		const shown = await preview(closing('2026-11-30'));
		expect(shown.displaced.map(({ id }) => id)).toEqual([fr, ar]);
		expect(await messages(fr)).toEqual([]);

		const done = await save(closing('2026-11-30'), shown.seen);
		expect(done).toMatchObject({ marked: 2, unreachable: 0 });
		const [mail] = await messages(fr);
		expect(mail).toMatchObject({ channel: 'email', locale: 'fr' });
		expect(mail!.body).toContain('fermé le lundi 30 novembre 2026');
		expect(mail!.body).toMatch(/\/rendez-vous\/[\w-]{32}/);
		expect(mail!.body).not.toContain('Exemple');
		const [sms] = await messages(ar);
		expect(sms).toMatchObject({ channel: 'sms', locale: 'ar' });
		expect(sms!.body).toContain('/ar/rendez-vous/');
		expect(await messages(other)).toEqual([]);

		const { toMove } = await sheet();
		expect(toMove).toMatchObject([
			{ id: fr, isTold: true },
			{ id: ar, isTold: true }
		]);
	});

	it('keeps the appointment of its person until it is moved', async () => {
		const id = await visit(await newApplicant(), '2026-11-30T09:00:00+01:00');
		await save(closing('2026-11-30'));
		const [row] = await as(TESTING, (tx) =>
			tx.select().from(appointment).where(eq(appointment.id, id))
		);
		expect(row!.state).toBe('booked');
	});

	it('tells nobody a second time, whatever is changed after', async () => {
		const id = await visit(await newApplicant(), '2026-11-30T09:00:00+01:00');
		const { id: closed } = await save(closing('2026-11-30'));
		expect(await save({ kind: 'remove-opening', id: openingId })).toMatchObject({ marked: 0 });
		await save({ kind: 'remove-closure', id: closed });
		await save(closing('2026-11-30'));
		await as(agent, (tx, actor) => tellPeople(tx, actor, { slug: 'antibes' }));
		expect(await messages(id)).toHaveLength(1);
	});

	it('is not saved when somebody booked after the preview', async () => {
		await visit(await newApplicant(), '2026-11-30T09:00:00+01:00');
		const { seen } = await preview(closing('2026-11-30'));
		const late = await visit(await newApplicant(), '2026-11-30T11:00:00+01:00');
		expect(await outcomeOf(save(closing('2026-11-30'), seen))).toBe('preview-outdated');
		expect((await sheet()).closures).toEqual([]);
		expect(await messages(late)).toEqual([]);
	});

	it('says who left no way to be reached', async () => {
		await visit(await newApplicant({}), '2026-11-30T09:00:00+01:00');
		expect(await save(closing('2026-11-30'))).toMatchObject({ marked: 1, unreachable: 1 });
	});

	it('told twice at the same moment, tells once', async () => {
		const id = await visit(await newApplicant(), '2026-11-30T09:00:00+01:00');
		await Promise.all([save(closing('2026-11-30')), save(closing('2026-11-30'))]);
		expect(await messages(id)).toHaveLength(1);
	});
});

describe('people are left without opening', () => {
	const cases: [string, () => CounterChange][] = [
		['when it is taken away', () => ({ kind: 'remove-opening', id: openingId })],
		[
			'when it is shortened',
			() => ({
				kind: 'change-opening',
				id: openingId,
				opening: mondays(desks, { startsAt: time('09:15') })
			})
		],
		[
			'when it no longer takes their motive',
			() => ({
				kind: 'change-opening',
				id: openingId,
				opening: mondays(desks, { motiveCodes: ['premier-accueil'] })
			})
		],
		[
			'when other hours replace those of the day',
			() => ({
				kind: 'add-opening',
				opening: mondays(desks, {
					kind: 'override',
					weekday: null,
					day: Temporal.PlainDate.from('2026-11-30'),
					startsAt: time('10:00')
				})
			})
		],
		[
			'when their desk is away',
			() => ({ kind: 'add-desk-absence', absence: away(desks[0]!, '2026-11-30') })
		],
		['when their desk is closed', () => ({ kind: 'close-desk', id: desks[0]! })]
	];

	it.each(cases)('%s', async (_, change) => {
		const id = await visit(await newApplicant(), '2026-11-30T09:00:00+01:00');
		expect((await preview(change())).displaced.map((each) => each.id)).toEqual([id]);
		await save(change());
		expect((await messages(id))[0]!.body).toContain('change ses horaires');
		await as(agent, (tx, actor) => reopenDesk(tx, actor, { slug: 'antibes', deskId: desks[0]! }));
	});
});

describe('an appointment that an agent put outside every opening', () => {
	it('is listed as to be moved, told only when the agent says so', async () => {
		const id = await visit(await newApplicant(), '2026-12-01T15:00:00+01:00');
		await save(closing('2026-12-01'));
		expect(await messages(id)).toEqual([]);
		expect((await sheet()).toMove).toMatchObject([{ id, isTold: false }]);
		await as(agent, (tx, actor) => tellPeople(tx, actor, { slug: 'antibes' }));
		expect(await messages(id)).toHaveLength(1);
		expect((await sheet()).toMove).toMatchObject([{ id, isTold: true }]);
	});
});

describe('an agent moves somebody whose opening went away, in one act', () => {
	it('to the nearest free time of the counter, and the person is told; a stranger cannot', async () => {
		const nour = await newApplicant();
		const id = await visit(nour, '2026-12-07T09:00+01:00');
		await save(closing('2026-12-07'));
		const move = (who: Agent) =>
			as(who, (tx, actor) => moveDisplaced(tx, actor, { slug: 'antibes', id }));
		expect(await outcomeOf(move(await agentOf('biot')))).toBe('NotFound');
		const moved = await move(agent);
		expect(moved?.toZonedDateTimeISO('Europe/Paris').toPlainDate().toString()).toBe('2026-11-30');
		expect((await sheet()).toMove).toEqual([]);
		const told = await as(TESTING, (tx) =>
			tx.select().from(message).where(eq(message.kind, 'appointment-moved'))
		);
		expect(told.map(({ applicationId }) => applicationId)).toContain(nour.applicationId);
		expect(await outcomeOf(move(agent))).toBe('NotFound');
	});
});
