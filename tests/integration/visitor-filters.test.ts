import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { VISITOR } from '../../src/lib/domain/accounts/actor.ts';
import { suitable } from '../../src/lib/domain/counters/suitable.ts';
import { findTimes } from '../../src/lib/server/appointments/find-times.ts';
import { homeCommune } from '../../src/lib/server/appointments/home-counter.ts';
import { agendaOfDay } from '../../src/lib/server/appointments/queries.ts';
import { knownFacts } from '../../src/lib/server/appointments/visitor-filters.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { counterFact } from '../../src/lib/server/db/schema/counters.ts';
import {
	agentOf,
	as,
	counterId,
	newApplicant,
	openOn,
	paris,
	TESTING
} from '../support/booking.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { book, hold, lina, nextDay, start } from '../support/visitor.ts';

let database: TestDatabase;

beforeAll(async () => {
	database = await testDatabase();
});
afterAll(async () => {
	setClock();
	await database.drop();
});
beforeEach(nextDay);

const look = (more: Partial<Parameters<typeof findTimes>[2]>) =>
	as(VISITOR, (tx, who) =>
		findTimes(tx, who, { motive: 'enregistrement', counter: 'opio', ...more })
	);

describe('somebody who looks for a time', () => {
	test('finds only counters known to be step-free when they ask for it', async () => {
		const opio = await counterId('opio');
		await openOn('biot', '2026-12-20', { from: '09:00', until: '10:00' });
		const updatedAt = paris('2026-11-01T09:00');
		const known = { counterId: opio, kind: 'step_free', value: 'yes', updatedAt } as const;
		await as(TESTING, (tx) =>
			tx
				.insert(counterFact)
				.values(known)
				.onConflictDoUpdate({ target: [counterFact.counterId, counterFact.kind], set: known })
		);
		const facts = await as(VISITOR, (tx) => knownFacts(tx));
		const { ids, leftOut } = suitable(facts, { stepFree: true, language: null });
		expect([...ids!]).toEqual([opio]);
		expect(leftOut).toBe(facts.length - 1);
		const found = await look({ among: ids });
		expect([found.counter?.slug, found.others]).toEqual(['opio', []]);
		// A counter that does not suit is not shown, also when its address names it.
		expect((await look({ counter: 'biot', among: ids })).counter).toBeNull();
	});

	test('still sees the time that their own browser holds', async () => {
		const id = await hold();
		const firstOf = async (exceptId: string | null) => {
			const after = start().toZonedDateTimeISO('Europe/Paris').toPlainDate();
			const { days } = await look({ after, exceptId });
			return days[0]?.times[0]?.startsAt.equals(start());
		};
		expect(await firstOf(null)).toBe(false);
		expect(await firstOf(id)).toBe(true);
	});

	test('has their distances counted from where they live, and a visitor from nowhere', async () => {
		const applicant = await newApplicant({ commune: '06018' });
		expect(await as(applicant, homeCommune)).toBe('06018');
		const elsewhere = await newApplicant({ commune: '06088' });
		expect(await as(elsewhere, homeCommune)).toBeNull();
		expect(await as(VISITOR, homeCommune)).toBeNull();
	});
});

test('an agent sees who comes and who booked for them', async () => {
	await book(lina({ helper: { kind: 'association', name: 'Sami, Maison ouverte' } }));
	const agent = await agentOf('opio');
	const day = start().toZonedDateTimeISO('Europe/Paris').toPlainDate();
	const lines = await as(agent, async (tx, who) =>
		agendaOfDay(tx, who, await counterId('opio'), day)
	);
	expect(lines).toMatchObject([
		{
			lastName: 'Exemple',
			firstName: 'Lina',
			helperKind: 'association',
			helperName: 'Sami, Maison ouverte'
		}
	]);
});
