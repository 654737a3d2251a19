import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seedDemoOpenings } from '../../drizzle/seed/reference/demo-openings.ts';
import { system, type Actor, type Agent } from '../../src/lib/domain/accounts/actor.ts';
import { NotFound, RuleBroken } from '../../src/lib/domain/errors.ts';
import { factKinds, type CounterFact, type FactKind } from '../../src/lib/domain/counters/facts.ts';
import { eventsOf } from '../../src/lib/server/applications/queries.ts';
import {
	advanceAppointment,
	type CounterAction
} from '../../src/lib/server/appointments/advance-appointment.ts';
import { agendaOfWeek } from '../../src/lib/server/appointments/agenda-of-week.ts';
import { countersWithoutTime } from '../../src/lib/server/appointments/counters-without-time.ts';
import { agendaOfDay } from '../../src/lib/server/appointments/queries.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { chooseMyCounter } from '../../src/lib/server/counters/my-counters.ts';
import { counterBySlug } from '../../src/lib/server/counters/queries.ts';
import { setCounterFacts } from '../../src/lib/server/counters/set-counter-facts.ts';
import { auditEntry } from '../../src/lib/server/db/schema/audit.ts';
import { closure } from '../../src/lib/server/db/schema/counters.ts';
import { unitOfWork, type Tx } from '../../src/lib/server/db/unit-of-work.ts';
import { makeAppointment, makeRequest } from '../support/agents/territory.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { agentOf } from '../support/papers/household.ts';

let database: TestDatabase;
let antibes: Agent;
let valbonne: Agent;
let head: Agent;
let applicationId: string;
let serial = 10;

beforeAll(async () => {
	database = await testDatabase();
	antibes = await agentOf('antibes');
	valbonne = await agentOf('valbonne');
	head = { ...antibes, role: 'head', counterIds: [] };
});
beforeEach(async () => {
	setClock('2026-11-23T09:00:00+01:00');
	const uniqueNumber = `0060126000007${++serial}F06`;
	applicationId = await makeRequest({
		uniqueNumber,
		firstName: 'Nour',
		lastName: 'Exemple',
		insee: '06004'
	});
});
afterAll(async () => {
	setClock();
	await database.drop();
});

const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => unitOfWork(actor, work);
const today = Temporal.PlainDate.from('2026-11-23');
const advance = (actor: Agent, id: string, action: CounterAction) =>
	as(actor, (tx) => advanceAppointment(tx, actor, { id, action }));

describe('an agent chooses a counter', () => {
	const choose = (actor: Agent, slug: string | null) =>
		as(actor, (tx) => chooseMyCounter(tx, actor, slug));

	it('among her own, the first unless she says which', async () => {
		const { counters, counter } = await choose(antibes, null);
		expect(counters.map(({ slug }) => slug)).toEqual(['antibes']);
		expect(counter?.slug).toBe('antibes');
	});

	it.each(['valbonne', 'nulle-part', '', "'; drop table counter"])(
		'and finds nothing for %s',
		async (slug) => {
			await expect(choose(antibes, slug)).rejects.toBeInstanceOf(NotFound);
		}
	);

	it('as head of service among all', async () => {
		expect((await choose(head, 'valbonne')).counters).toHaveLength(24);
	});

	it('and is told when none was given to her', async () => {
		expect(await choose({ ...antibes, counterIds: [] }, null)).toEqual({
			counters: [],
			counter: null
		});
	});
});

describe('the day at a counter', () => {
	it('is its agents’ alone', async () => {
		const id = antibes.counterIds[0]!;
		await makeAppointment({
			applicationId,
			slug: 'antibes',
			startsAt: '2026-11-23T10:00:00+01:00'
		});
		expect(await as(antibes, (tx) => agendaOfDay(tx, antibes, id, today))).toHaveLength(1);
		expect(await as(head, (tx) => agendaOfDay(tx, head, id, today))).toHaveLength(1);
		await expect(as(valbonne, (tx) => agendaOfDay(tx, valbonne, id, today))).rejects.toBeInstanceOf(
			NotFound
		);
		await expect(
			as(valbonne, (tx) => agendaOfWeek(tx, valbonne, id, today))
		).rejects.toBeInstanceOf(NotFound);
	});

	it('is found in its week, from Monday to Sunday', async () => {
		const id = antibes.counterIds[0]!;
		await makeAppointment({
			applicationId,
			slug: 'antibes',
			startsAt: '2026-11-29T23:15:00+01:00',
			motive: 'premier-accueil'
		});
		const week = await as(antibes, (tx) =>
			agendaOfWeek(tx, antibes, id, Temporal.PlainDate.from('2026-11-26'))
		);
		expect(week.map(({ day }) => day.toString())).toEqual([
			...[
				'2026-11-23',
				'2026-11-24',
				'2026-11-25',
				'2026-11-26',
				'2026-11-27',
				'2026-11-28',
				'2026-11-29'
			]
		]);
		expect(week[6]?.appointments.map((row) => row.applicationId)).toEqual([applicationId]);
	});

	it('advances by its agent, whose "received" the applicant sees', async () => {
		const id = await makeAppointment({
			applicationId,
			slug: 'antibes',
			startsAt: '2026-11-23T11:00:00+01:00'
		});
		expect(await advance(antibes, id, 'arrive')).toBe('arrived');
		expect(await advance(antibes, id, 'receive')).toBe('received');
		const events = await as(system('test'), (tx) => eventsOf(tx, applicationId));
		expect(events.map(({ kind }) => kind)).toEqual(['interviewed']);
	});

	it('does not advance by another counter’s agent, nor too early', async () => {
		const id = await makeAppointment({
			applicationId,
			slug: 'antibes',
			startsAt: '2026-11-24T14:00:00+01:00'
		});
		await expect(advance(valbonne, id, 'receive')).rejects.toBeInstanceOf(NotFound);
		await expect(advance(antibes, id, 'receive')).rejects.toBeInstanceOf(RuleBroken);
		await expect(advance(antibes, 'x', 'receive')).rejects.toBeInstanceOf(NotFound);
	});
});

describe('an agent learns that a counter proposes nothing', () => {
	const without = async (actor: Agent) =>
		(await as(actor, (tx) => countersWithoutTime(tx, actor))).map(({ slug }) => slug);

	it('when nobody entered its hours, or it is closed; not when it has free times', async () => {
		expect(await without(antibes)).toEqual(['antibes']);
		await as(system('test'), (tx) => seedDemoOpenings(tx));
		expect(await without(antibes)).toEqual([]);
		const [fromDay, untilDay] = [today, today.add({ days: 60 })];
		await as(system('test'), (tx) =>
			tx.insert(closure).values({ counterId: antibes.counterIds[0]!, fromDay, untilDay })
		);
		expect(await without(antibes)).toEqual(['antibes']);
		expect(await without(head)).toContain('antibes');
		expect(await without(valbonne)).not.toContain('antibes');
	});
});

describe('an agent edits the sheet of her counter', () => {
	const set = (actor: Agent, changes: Partial<Record<FactKind, CounterFact>>) =>
		as(actor, async (tx) => {
			const { facts } = await counterBySlug(tx, 'valbonne');
			return setCounterFacts(tx, actor, { slug: 'valbonne', facts: { ...facts, ...changes } });
		});
	const lines = () =>
		as(system('test'), (tx) =>
			tx.select().from(auditEntry).where(eq(auditEntry.action, 'set-counter-fact'))
		);

	it('and only what changed is written and traced', async () => {
		const hours = { value: "lundi 9 h - 12 h %_\\ '", confirmed: true };
		expect(await set(valbonne, { hours })).toEqual(['hours']);
		expect(await lines()).toHaveLength(1);
		expect(await set(valbonne, { hours })).toEqual([]);
		expect(await lines()).toHaveLength(1);
		const { facts } = await as(valbonne, (tx) => counterBySlug(tx, 'valbonne'));
		expect(facts.hours).toEqual(hours);
		expect(factKinds.filter((kind) => facts[kind].confirmed)).toEqual(['hours']);
	});

	it('all or nothing', async () => {
		const bad = {
			languages: { value: 'français', confirmed: true },
			phone: { value: 'demain', confirmed: false }
		};
		await expect(set(valbonne, bad)).rejects.toBeInstanceOf(RuleBroken);
		const { facts } = await as(valbonne, (tx) => counterBySlug(tx, 'valbonne'));
		expect(facts.languages.value).not.toBe('français');
	});
});
