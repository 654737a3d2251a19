import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VISITOR, system, type Actor, type Agent } from '../../src/lib/domain/accounts/actor.ts';
import { NotFound, Refused } from '../../src/lib/domain/errors.ts';
import type { CounterNotice } from '../../src/lib/domain/counters/notices.ts';
import { readWeek } from '../../src/lib/domain/counters/read-hours.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { noticesForPublic, standingNotices } from '../../src/lib/server/counters/notices.ts';
import { publicCounters } from '../../src/lib/server/counters/public-counters.ts';
import { publishNotice } from '../../src/lib/server/counters/publish-notice.ts';
import { counterBySlug } from '../../src/lib/server/counters/queries.ts';
import { setPublicWeek } from '../../src/lib/server/counters/set-public-week.ts';
import { withdrawNotice } from '../../src/lib/server/counters/withdraw-notice.ts';
import { closure } from '../../src/lib/server/db/schema/counters.ts';
import { unitOfWork } from '../../src/lib/server/db/unit-of-work.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let antibes: string;
let biot: string;
beforeAll(async () => {
	database = await testDatabase();
	antibes = (await unitOfWork(VISITOR, (tx) => counterBySlug(tx, 'antibes'))).id;
	biot = (await unitOfWork(VISITOR, (tx) => counterBySlug(tx, 'biot'))).id;
	setClock('2026-11-30T09:00:00Z');
});
afterAll(async () => {
	setClock();
	await database.drop();
});

const STAFF = '0198c0de-0000-7000-8000-000000000001';
const agentOf = (...counterIds: string[]): Agent => ({
	...{ kind: 'agent', staffId: STAFF, name: 'Agent', role: 'agent' },
	counterIds
});
const day = (text: string) => Temporal.PlainDate.from(text);
const read = (...typed: string[]) => {
	const week = readWeek([...typed, ...Array<string>(7 - typed.length).fill('')]);
	if (!('hours' in week)) throw new Error('hours of the test are unreadable');
	return week.hours;
};
const set = (actor: Actor, slug: string, ...typed: string[]) =>
	unitOfWork(actor, (tx) =>
		setPublicWeek(tx, actor, { slug, hours: read(...typed), confirmed: true })
	);
const seen = async (slug: string) =>
	(await unitOfWork(VISITOR, (tx) => publicCounters(tx, VISITOR))).find(
		(each) => each.slug === slug
	)!;
const notice = (change: Partial<CounterNotice> = {}): CounterNotice => ({
	...{ kind: 'closed', words: 'Formation des agents.' },
	...{ fromDay: day('2026-12-01'), untilDay: day('2026-12-01') },
	...change
});
const publish = (actor: Actor, slug: string, said: CounterNotice = notice()) =>
	unitOfWork(actor, (tx) => publishNotice(tx, actor, { slug, notice: said }));
const shown = async (counterId: string) =>
	(await unitOfWork(VISITOR, (tx) => noticesForPublic(tx, counterId))).map(({ words }) => words);

describe('the hours of a counter', () => {
	it('are not known before somebody gives them', async () => {
		expect((await seen('antibes')).openness).toEqual({ state: 'unknown' });
	});

	it('given by its agent tell who looks whether it is open now', async () => {
		await set(agentOf(antibes), 'antibes', '8h30-12h, 13h30-17h');
		const { openness } = await seen('antibes');
		expect(openness).toMatchObject({ state: 'open', until: Temporal.PlainTime.from('12:00') });
		expect((await seen('biot')).openness).toEqual({ state: 'unknown' });
	});

	it('given again replace the others, also when two agents save at once', async () => {
		await Promise.all([
			set(agentOf(antibes), 'antibes', '9h-12h'),
			set(agentOf(antibes), 'antibes', '9h-12h')
		]);
		const { week } = await seen('antibes');
		expect(week?.hours).toHaveLength(1);
	});

	it('do not hold while the counter is closed', async () => {
		await unitOfWork(system('test'), (tx) =>
			tx.insert(closure).values({
				...{ counterId: antibes, fromDay: day('2026-11-30'), untilDay: day('2026-11-30') }
			})
		);
		expect((await seen('antibes')).openness).toMatchObject({ state: 'shut', why: 'closure' });
	});

	it('are given by nobody else: not by a visitor, not by the agent of another counter', async () => {
		await expect(set(VISITOR, 'antibes', '9h-12h')).rejects.toThrow(Refused);
		await expect(set(agentOf(biot), 'antibes', '9h-12h')).rejects.toThrow(Refused);
		await expect(set(agentOf(biot), 'nulle-part', '9h-12h')).rejects.toThrow(NotFound);
	});

	it('are taken back by an empty week', async () => {
		await set(agentOf(biot), 'biot', '9h-12h');
		await set(agentOf(biot), 'biot');
		expect((await seen('biot')).openness).toEqual({ state: 'unknown' });
	});
});

describe('a notice of a counter', () => {
	it('is read by the public from a fortnight before to its last day', async () => {
		const later = { fromDay: day('2026-12-14'), untilDay: day('2026-12-15') };
		await publish(agentOf(antibes), 'antibes', notice({ words: 'Travaux.', ...later }));
		expect(await shown(antibes)).toEqual(['Travaux.']);
		setClock('2026-11-29T09:00:00Z');
		expect(await shown(antibes)).toEqual([]);
		setClock('2026-12-15T22:59:59Z');
		expect(await shown(antibes)).toEqual(['Travaux.']);
		setClock('2026-12-15T23:00:00Z');
		expect(await shown(antibes)).toEqual([]);
		setClock('2026-11-30T09:00:00Z');
	});

	it('published by two clicks is one', async () => {
		await Promise.all([1, 2].map(() => publish(agentOf(biot), 'biot')));
		expect(await shown(biot)).toEqual(['Formation des agents.']);
	});

	it('taken back is read no more, and may be published again', async () => {
		const withdraw = async (actor: Actor) => {
			const [{ id } = { id: STAFF }] = await unitOfWork(VISITOR, (tx) => standingNotices(tx, biot));
			await unitOfWork(actor, (tx) => withdrawNotice(tx, actor, { slug: 'biot', id }));
		};
		await expect(withdraw(agentOf(antibes))).rejects.toThrow(Refused);
		await withdraw(agentOf(biot));
		expect(await shown(biot)).toEqual([]);
		await publish(agentOf(biot), 'biot');
		expect(await shown(biot)).toHaveLength(1);
	});

	it('is refused from a stranger, and about the past', async () => {
		await expect(publish(VISITOR, 'biot')).rejects.toThrow(Refused);
		await expect(publish(agentOf(antibes), 'biot')).rejects.toThrow(Refused);
		const past = { fromDay: day('2026-11-29'), untilDay: day('2026-11-29') };
		await expect(publish(agentOf(biot), 'biot', notice(past))).rejects.toMatchObject({
			rule: 'notice-past'
		});
	});
});
