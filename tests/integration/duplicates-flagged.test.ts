import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { VISITOR, type Agent } from '../../src/lib/domain/accounts/actor.ts';
import { receiveWalkIn } from '../../src/lib/server/appointments/walk-in.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { application, person } from '../../src/lib/server/db/schema/applications.ts';
import { possibleDuplicates } from '../../src/lib/server/reception/possible-duplicates.ts';
import { agentOf, as, newApplicant, openOn, outcomeOf, TESTING } from '../support/booking.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

const BIOT = '06018';
const VALBONNE = '06152';
let db: TestDatabase;
let biot: Agent;

beforeAll(async () => {
	db = await testDatabase();
	setClock('2026-11-24T09:00:00+01:00');
	biot = await agentOf('biot');
	await openOn('biot', '2026-11-24', { from: '09:00', until: '12:00' });
});
afterAll(() => db.drop());

type Somebody = Partial<typeof person.$inferInsert>;
async function request(facts: Somebody, commune = BIOT): Promise<string> {
	const { applicationId } = await newApplicant({ commune });
	await as(TESTING, (tx) =>
		tx.update(person).set(facts).where(eq(person.applicationId, applicationId))
	);
	return applicationId;
}
const born = (day: string) => Temporal.PlainDate.from(day);
const found = async (who: Agent, applicationId: string) =>
	(await as(who, (tx, actor) => possibleDuplicates(tx, actor, applicationId))).map((each) =>
		each.kind === 'request' ? each.applicationId : each.kind
	);

test('the same person under another spelling is flagged on both requests, and nothing is merged', async () => {
	const birthDate = born('1988-02-29');
	const one = await request({ firstName: 'Hélène-Marie', lastName: 'Çelik O’Brien', birthDate });
	const two = await request({ firstName: 'HELENE MARIE', lastName: "celik o'brien", birthDate });
	const swapped = await request({
		firstName: 'Celik O Brien',
		lastName: 'Helene Marie',
		birthDate
	});
	expect((await found(biot, one)).sort()).toEqual([two, swapped].sort());
	expect((await found(biot, two)).sort()).toEqual([one, swapped].sort());
	const kept = await as(TESTING, (tx) =>
		tx.select().from(application).where(eq(application.id, two))
	);
	expect(kept).toHaveLength(1);
});

test('a birth name, a telephone written otherwise and an e-mail address are recognised', async () => {
	const birthDate = born('1979-07-14');
	const one = await request({
		firstName: 'Rosa',
		lastName: 'Lopez',
		birthName: 'Ferré',
		birthDate,
		phone: '06 00 00 00 01',
		email: 'Rosa@exemple.test'
	});
	const maiden = await request({ firstName: 'Rosa', lastName: 'Ferre', birthDate });
	const phone = await request({
		firstName: 'R.',
		lastName: 'L.',
		birthDate,
		phone: '+33600000001'
	});
	const mail = await request({
		firstName: 'ROSA',
		lastName: 'LOPEZ',
		birthDate: null,
		email: 'rosa@exemple.test'
	});
	expect((await found(biot, one)).sort()).toEqual([maiden, phone, mail].sort());
});

test('a family that shares a telephone, a namesake born another day and an empty identity are not flagged', async () => {
	const one = await request({
		firstName: 'Sami',
		lastName: 'Haddad',
		birthDate: born('1990-01-01'),
		phone: '0600000002'
	});
	await request({
		firstName: 'Lina',
		lastName: 'Haddad',
		birthDate: born('1992-05-05'),
		phone: '0600000002'
	});
	await request({ firstName: 'Sami', lastName: 'Haddad', birthDate: born('1991-01-01') });
	await request({ firstName: null, lastName: null, birthDate: born('1990-01-01') });
	expect(await found(biot, one)).toEqual([]);
});

test('a visitor who came without a request is found again, within the agent’s own counters', async () => {
	const birthDate = born('1995-12-25');
	const one = await request({ firstName: 'Noé', lastName: 'Nguyen', birthDate });
	const visitor = {
		firstName: 'noe',
		lastName: 'NGUYEN',
		birthDate,
		phone: null,
		email: null,
		locale: 'fr'
	};
	await as(biot, (tx, who) =>
		receiveWalkIn(tx, who, { motive: 'enregistrement', counter: 'biot', who: { visitor } })
	);
	expect(await found(biot, one)).toEqual(['visitor']);
});

test('what lies outside the territory is not told, and a stranger’s request is answered as unknown', async () => {
	const birthDate = born('1970-10-10');
	const here = await request({ firstName: 'Ana', lastName: 'Silva', birthDate });
	const there = await request({ firstName: 'Ana', lastName: 'Silva', birthDate }, VALBONNE);
	expect(await found(biot, here)).toEqual([]);
	expect(await found(await agentOf('biot', 'head'), here)).toEqual([there]);
	for (const who of [biot, VISITOR, await newApplicant()]) {
		const tried = as(who, (tx, actor) => possibleDuplicates(tx, actor, there));
		expect(await outcomeOf(tried)).toBe('NotFound');
	}
});
