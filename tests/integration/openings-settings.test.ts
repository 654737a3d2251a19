import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VISITOR, type Actor, type Agent } from '../../src/lib/domain/accounts/actor.ts';
import type { MotiveSettings } from '../../src/lib/domain/counters/settings.ts';
import { cancelAppointment } from '../../src/lib/server/appointments/cancel-appointment.ts';
import { listFreeTimes } from '../../src/lib/server/appointments/list-free-times.ts';
import { countersWithoutTime } from '../../src/lib/server/appointments/counters-without-time.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { absenceRates } from '../../src/lib/server/counters/absence-rates.ts';
import { addDesk } from '../../src/lib/server/counters/add-desk.ts';
import { changeMotive } from '../../src/lib/server/counters/change-motive.ts';
import { counterToEdit } from '../../src/lib/server/counters/counter-agenda.ts';
import { counterSheet } from '../../src/lib/server/counters/counter-sheet.ts';
import { settingsOf } from '../../src/lib/server/counters/counter-settings.ts';
import { previewMotive } from '../../src/lib/server/counters/preview-motive.ts';
import { previewChange } from '../../src/lib/server/counters/preview-change.ts';
import { renameDesk } from '../../src/lib/server/counters/rename-desk.ts';
import { renewFeed } from '../../src/lib/server/counters/renew-feed.ts';
import { reopenDesk } from '../../src/lib/server/counters/reopen-desk.ts';
import { saveChange } from '../../src/lib/server/counters/save-change.ts';
import { setCounterSettings } from '../../src/lib/server/counters/set-counter-settings.ts';
import { stopFeed } from '../../src/lib/server/counters/stop-feed.ts';
import { tellPeople } from '../../src/lib/server/counters/tell-people.ts';
import { auditEntry } from '../../src/lib/server/db/schema/audit.ts';
import { motive } from '../../src/lib/server/db/schema/counters.ts';
import type { Tx } from '../../src/lib/server/db/unit-of-work.ts';
import { makeAppointment } from '../support/agents/territory.ts';
import {
	agentOf,
	as,
	counterId,
	MONDAY,
	newApplicants,
	openOn,
	outcomeOf,
	TESTING
} from '../support/booking.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { closing, desksOf, mondays } from '../support/openings/drafts.ts';

let database: TestDatabase;
let agent: Agent;
let stranger: Agent;
let head: Agent;
let desk: string;

beforeAll(async () => {
	database = await testDatabase();
	setClock(MONDAY);
	agent = await agentOf('antibes');
	stranger = await agentOf('valbonne');
	head = await agentOf('antibes', 'head');
	desk = (await desksOf('antibes'))[0]!;
});
afterAll(async () => {
	setClock();
	await database.drop();
});

const slug = 'antibes';
const settings = { reminderMinutes: [2880], cancelUntilMinutes: 120, alertWithinDays: 7 };
const applicant: Actor = {
	kind: 'applicant',
	accountId: '0198c0de-0000-7000-8000-000000000009',
	applicationId: '0198c0de-0000-7000-8000-000000000009'
};

describe('the times of a counter are its staff’s to change', () => {
	const work: [string, (tx: Tx, actor: Actor) => Promise<unknown>][] = [
		['look', (tx, actor) => counterSheet(tx, actor, slug)],
		['preview', (tx, actor) => previewChange(tx, actor, { slug, change: closing('2027-01-04') })],
		['close', (tx, actor) => saveChange(tx, actor, { slug, change: closing('2027-01-04') })],
		[
			'open',
			(tx, actor) =>
				saveChange(tx, actor, { slug, change: { kind: 'add-opening', opening: mondays([desk]) } })
		],
		['tell', (tx, actor) => tellPeople(tx, actor, { slug })],
		['add a desk', (tx, actor) => addDesk(tx, actor, { slug, name: `Bureau ${actor.kind}` })],
		['rename', (tx, actor) => renameDesk(tx, actor, { slug, deskId: desk, name: 'Bureau A' })],
		['reopen', (tx, actor) => reopenDesk(tx, actor, { slug, deskId: desk })],
		['settle', (tx, actor) => setCounterSettings(tx, actor, { slug, settings })],
		['renew the feed', (tx, actor) => renewFeed(tx, actor, { slug })],
		['stop the feed', (tx, actor) => stopFeed(tx, actor, { slug })]
	];

	it.each(work)('%s: not a visitor’s, an applicant’s, nor another counter’s', async (_, act) => {
		expect(await outcomeOf(as(VISITOR, act))).toBe('Refused');
		expect(await outcomeOf(as(applicant, act))).toBe('Refused');
		expect(await outcomeOf(as(stranger, act))).toBe('NotFound');
		expect(await outcomeOf(as({ ...agent, counterIds: [] }, act))).toBe('NotFound');
	});

	it.each(work)('%s: its agent’s', async (_, act) => {
		expect(await outcomeOf(as(agent, act))).toBe('done');
	});

	it('and the head’s; an unknown counter is nobody’s', async () => {
		expect(await outcomeOf(as(head, (tx, actor) => counterSheet(tx, actor, slug)))).toBe('done');
		const nowhere = (tx: Tx, actor: Actor) => counterSheet(tx, actor, 'nulle-part');
		expect(await outcomeOf(as(head, nowhere))).toBe('NotFound');
		expect(await outcomeOf(as(VISITOR, nowhere))).toBe('Refused');
	});
});

describe('an agent names the desks', () => {
	const rename = (deskId: string, name: string) =>
		as(agent, (tx, actor) => renameDesk(tx, actor, { slug, deskId, name }));

	it('each by its own name, whatever the case', async () => {
		const id = await as(agent, (tx, actor) =>
			addDesk(tx, actor, { slug, name: ' Salle   bleue ' })
		);
		const { desks } = await as(agent, (tx, actor) => counterToEdit(tx, actor, slug));
		expect(desks.find((each) => each.id === id)?.name).toBe('Salle bleue');
		const again = as(agent, (tx, actor) => addDesk(tx, actor, { slug, name: 'SALLE BLEUE' }));
		expect(await outcomeOf(again)).toBe('desk-name-taken');
		expect(await outcomeOf(rename(desk, 'salle bleue'))).toBe('desk-name-taken');
		expect(await outcomeOf(rename(id, 'SALLE BLEUE'))).toBe('done');
	});

	it.each([
		['nothing', '  ', 'desk-name-missing'],
		['too much', 'x'.repeat(61), 'too-long']
	])('not %s', async (_, name, rule) => {
		expect(await outcomeOf(rename(desk, name))).toBe(rule);
	});

	it('not those of another counter', async () => {
		const [other] = await desksOf('valbonne');
		expect(await outcomeOf(rename(other!, 'Bureau Z'))).toBe('NotFound');
		expect(await outcomeOf(rename('nulle-part', 'Bureau Z'))).toBe('NotFound');
	});
});

describe('the head of service changes a motive', () => {
	const values: MotiveSettings = {
		durationMinutes: 20,
		stepMinutes: 10,
		bufferBeforeMinutes: 0,
		bufferAfterMinutes: 5,
		minimumNoticeMinutes: 60,
		horizonDays: 45,
		maxPerDayAndDesk: 8,
		bookableBy: 'anyone',
		onSite: true,
		byTelephone: true,
		bring: { fr: 'Une pièce d’identité', en: 'An identity document' },
		confirmed: true
	};
	const change = (actor: Actor, code: string, others: object = {}) =>
		as(actor, (tx) => changeMotive(tx, actor, { code, settings: { ...values, ...others } }));

	it('and the journal says so', async () => {
		await change(head, 'suivi');
		const [found] = await as(TESTING, (tx) =>
			tx.select().from(motive).where(eq(motive.code, 'suivi'))
		);
		expect(found).toMatchObject(values);
		const lines = await as(TESTING, (tx) =>
			tx.select().from(auditEntry).where(eq(auditEntry.subjectId, 'suivi'))
		);
		expect(lines).toMatchObject([{ action: 'change-motive', detail: { durationMinutes: 20 } }]);
	});

	it('after seeing what is then offered at a counter', async () => {
		await openOn('vallauris', '2026-12-02', { from: '09:00', until: '10:00' });
		const settings = { ...values, durationMinutes: 50, stepMinutes: 5, bufferAfterMinutes: 0 };
		const input = { slug: 'vallauris', code: 'renouvellement', settings };
		const shown = await as(head, (tx, actor) => previewMotive(tx, actor, input));
		const day = Temporal.PlainDate.from('2026-12-02');
		const offered = () =>
			as(VISITOR, (tx, actor) =>
				listFreeTimes(tx, actor, {
					motive: 'renouvellement',
					counter: 'vallauris',
					from: day,
					until: day
				})
			);
		expect(shown.times.before).toBe((await offered()).length);
		await change(head, 'renouvellement', settings);
		expect((await offered()).map(({ time }) => time.toString())).toEqual(
			shown.times.days.flatMap(({ times }) => times.map(String))
		);
		expect(shown.times.after).toBe(3);
		expect(shown.misfits).toMatchObject([{ visits: 1, leftoverMinutes: 10 }]);
		const refused = as(agent, (tx, actor) => previewMotive(tx, actor, { ...input, slug }));
		expect(await outcomeOf(refused)).toBe('Refused');
	});

	it('but nobody else does, nor an unknown one, nor without French', async () => {
		expect(await outcomeOf(change(agent, 'suivi'))).toBe('Refused');
		expect(await outcomeOf(change(VISITOR, 'suivi'))).toBe('Refused');
		expect(await outcomeOf(change(head, 'autre-chose'))).toBe('NotFound');
		const bring = { fr: '', en: 'An identity document' };
		expect(await outcomeOf(change(head, 'suivi', { bring }))).toBe('bring-missing');
	});
});

describe('a person cancels alone', () => {
	it('until the moment their counter chose, that minute included', async () => {
		const [person] = await newApplicants(1);
		const startsAt = '2026-12-14T11:00:00+01:00';
		const { applicationId } = person!;
		const id = await makeAppointment({ applicationId, slug, startsAt });
		await as(agent, (tx, actor) => setCounterSettings(tx, actor, { slug, settings }));
		const cancel = () => as(person!, (tx, actor) => cancelAppointment(tx, actor, { id }));
		setClock('2026-12-14T09:00:01+01:00');
		expect(await outcomeOf(cancel())).toBe('too-late-to-cancel');
		setClock('2026-12-14T09:00:00+01:00');
		expect(await outcomeOf(cancel())).toBe('done');
		setClock(MONDAY);
	});
});

describe('a counter is warned', () => {
	it('within the days it chose', async () => {
		const id = await counterId('biot');
		const biot: Agent = { ...agent, counterIds: [id] };
		await openOn('biot', '2026-12-03', { from: '09:00', until: '10:00' });
		const without = () => as(biot, (tx, actor) => countersWithoutTime(tx, actor));
		const choose = (alertWithinDays: number) =>
			as(biot, (tx, actor) =>
				setCounterSettings(tx, actor, { slug: 'biot', settings: { ...settings, alertWithinDays } })
			);
		expect(await without()).toEqual([]);
		await choose(9);
		expect(await without()).toMatchObject([{ slug: 'biot', withinDays: 9 }]);
		// The very last day counts.
		await choose(10);
		expect(await without()).toEqual([]);
		expect(await as(biot, (tx) => settingsOf(tx, id))).toMatchObject({ alertWithinDays: 10 });
	});

	it('of absences from 11 appointments on, over 30 days', async () => {
		const rates = () => as(stranger, (tx, actor) => absenceRates(tx, actor));
		const people = await newApplicants(12);
		const past = (index: number, startsAt: string) =>
			makeAppointment({
				applicationId: people[index]!.applicationId,
				slug: 'valbonne',
				startsAt,
				state: index < 3 ? 'absent' : 'received'
			});
		for (let index = 0; index < 10; index += 1) {
			await past(index, `2026-11-${10 + index}T09:00:00+01:00`);
		}
		await past(10, '2026-10-01T09:00:00+02:00');
		expect(await rates()).toEqual([]);
		await past(11, '2026-11-20T09:00:00+01:00');
		expect(await rates()).toMatchObject([{ slug: 'valbonne', total: 11, absent: 3, percent: 27 }]);
		expect(await as(agent, (tx, actor) => absenceRates(tx, actor))).toEqual([]);
	});
});
