import { eq } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VISITOR, type Agent, type Applicant } from '../../src/lib/domain/accounts/actor.ts';
import type { Criterion } from '../../src/lib/domain/score/grid.ts';
import { recomputeScores } from '../../src/jobs/recompute-scores.ts';
import { recordEvent } from '../../src/lib/server/applications/record-event.ts';
import { setClock, today } from '../../src/lib/server/clock.ts';
import {
	requestMotive,
	wantedCommune,
	wantedType
} from '../../src/lib/server/db/schema/applications.ts';
import { score } from '../../src/lib/server/db/schema/score.ts';
import { comparedScore } from '../../src/lib/server/score/compared-score.ts';
import { draftGrid } from '../../src/lib/server/score/draft-grid.ts';
import { endRecognition } from '../../src/lib/server/score/end-recognition.ts';
import { gridOn, listGrids } from '../../src/lib/server/score/grids.ts';
import { previewGrid } from '../../src/lib/server/score/preview-grid.ts';
import { publishGrid } from '../../src/lib/server/score/publish-grid.ts';
import { recogniseSituation } from '../../src/lib/server/score/recognise-situation.ts';
import { removeCriterion } from '../../src/lib/server/score/remove-criterion.ts';
import { pastScore, requestScore } from '../../src/lib/server/score/request-score.ts';
import { setCriterion } from '../../src/lib/server/score/set-criterion.ts';
import {
	agentOf,
	as,
	MONDAY,
	newApplicant,
	newApplicants,
	outcomeOf,
	TESTING
} from '../support/booking.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let head: Agent;
let agent: Agent;
let someone: Applicant;
beforeAll(async () => {
	database = await testDatabase();
	setClock(MONDAY);
	head = await agentOf('antibes', 'head');
	agent = await agentOf('antibes');
	someone = await newApplicant({ commune: '06004' });
});
afterAll(async () => {
	setClock();
	await database.drop();
});

const criterion = (code: string, more: Partial<Criterion>): Criterion => ({
	code,
	fact: 'lives_here',
	codes: [],
	from: 1,
	every: 1,
	perUnit: false,
	points: 10,
	most: null,
	group: null,
	proofs: [],
	label: { fr: code },
	explanation: { fr: '' },
	source: '',
	confirmed: false,
	...more
});
const months = criterion('mois', { fact: 'seniority_months', perUnit: true, points: 1 });
const disaster = criterion('sinistre', {
	fact: 'recognition',
	codes: ['natural_disaster'],
	points: 30
});

/** Publishes a grid of these criteria from a day on. */
async function publish(criteria: Criterion[], startsOn = today()): Promise<string> {
	return as(head, async (tx) => {
		const gridId = await draftGrid(tx, head);
		const before = await gridOn(tx, today());
		for (const { code } of before?.criteria ?? [])
			await removeCriterion(tx, head, { gridId, code });
		for (const [position, one] of criteria.entries())
			await setCriterion(tx, head, { gridId, criterion: one, position, isNew: true });
		await publishGrid(tx, head, { gridId, startsOn });
		return gridId;
	});
}
const seen = (who: Applicant = someone) =>
	as(who, (tx) => requestScore(tx, who, who.applicationId));
const kept = (who: Applicant = someone) =>
	as(TESTING, (tx) => tx.select().from(score).where(eq(score.applicationId, who.applicationId)));

describe('before the service has published its own grid', () => {
	it('the three known criteria are there, without points and without a total', async () => {
		const grid = await as(VISITOR, (tx) => gridOn(tx, today()));
		expect(grid?.criteria.map(({ code, points, confirmed }) => [code, points, confirmed])).toEqual([
			['dalo', null, false],
			['sinistre', null, false],
			['logement-d-abord', null, false]
		]);
		expect((await seen())?.score).toMatchObject({ total: null, lines: [], cause: 'first' });
		expect(await as(VISITOR, (tx) => gridOn(tx, Temporal.PlainDate.from('2022-08-31')))).toBeNull();
	});
});

describe('a grid', () => {
	it('is written and published by the head of service alone; staff read it', async () => {
		for (const who of [VISITOR, agent, someone]) {
			expect(await outcomeOf(as(who, (tx) => draftGrid(tx, who)))).toBe('Refused');
		}
		expect(await outcomeOf(as(agent, (tx) => listGrids(tx, agent)))).toBe('done');
		expect(await outcomeOf(as(someone, (tx) => listGrids(tx, someone)))).toBe('Refused');
	});

	it('does not begin in the past, nor on the day of another, nor empty', async () => {
		const yesterday = today().subtract({ days: 1 });
		expect(await outcomeOf(publish([months], yesterday))).toBe('grid-starts-in-past');
		expect(await outcomeOf(publish([]))).toBe('grid-empty');
		await publish([months], Temporal.PlainDate.from('2027-06-01'));
		expect(await outcomeOf(publish([months], Temporal.PlainDate.from('2027-06-01')))).toBe(
			'grid-start-taken'
		);
		expect((await seen())?.score.total).toBeNull();
	});

	it('once published is changed by nobody, the owner of the schema included', async () => {
		const gridId = await publish([months, disaster]);
		const change = as(head, (tx) => removeCriterion(tx, head, { gridId, code: 'mois' }));
		expect(await outcomeOf(change)).toBe('grid-published');
		const owner = new pg.Client(database.ownerUrl);
		await owner.connect();
		for (const statement of [
			`update score_grid set source = 'x' where id = '${gridId}'`,
			`delete from score_grid where id = '${gridId}'`,
			`update score_criterion set points = 99 where grid_id = '${gridId}'`,
			`delete from score_criterion where grid_id = '${gridId}'`
		]) {
			await expect(owner.query(statement), statement).rejects.toThrow(/written once/);
		}
		await owner.end();
	});
});

describe('a score', () => {
	it('follows the grid, the facts and the time, and the past ones stay explained', async () => {
		expect((await seen())?.score).toMatchObject({ total: 10, cause: 'grid' });
		await as(agent, (tx) =>
			recogniseSituation(tx, agent, {
				applicationId: someone.applicationId,
				kind: 'natural_disaster',
				since: today(),
				author: 'Service logement'
			})
		);
		expect((await seen())?.score).toMatchObject({ total: 40, cause: 'facts' });
		expect((await seen())?.history).toHaveLength(3);
		setClock('2026-12-13T09:00:00+01:00');
		expect((await seen())?.score).toMatchObject({ total: 41, cause: 'time' });
		const past = (await kept()).find(({ total }) => total === 10)!;
		const again = await as(someone, (tx) => pastScore(tx, someone, someone.applicationId, past.id));
		expect(again.score.lines).toMatchObject([{ code: 'mois', points: 10 }]);
		expect(again.grid.criteria.map(({ code }) => code)).toEqual(['mois', 'sinistre']);
		setClock(MONDAY);
	});

	it('is not a stranger’s to see, past or present', async () => {
		const [other] = await newApplicants(1);
		const [first] = await kept();
		const look = as(other!, (tx) => requestScore(tx, other!, someone.applicationId));
		expect(await outcomeOf(look)).toBe('NotFound');
		const past = as(other!, (tx) => pastScore(tx, other!, other!.applicationId, first!.id));
		expect(await outcomeOf(past)).toBe('NotFound');
	});

	it('is never rewritten, and two at once write one', async () => {
		const [person] = await newApplicants(1);
		await Promise.all([seen(person), seen(person), seen(person)]);
		expect(await kept(person)).toHaveLength(1);
		const change = as(TESTING, (tx) => tx.update(score).set({ total: 1_000 }));
		await expect(change).rejects.toThrow();
	});

	it('falls when a recognised situation is over, and an agent elsewhere cannot end it', async () => {
		const found = await seen();
		const id = found!.recognitions[0]!.id;
		const end = (who: Agent) =>
			as(who, (tx) => endRecognition(tx, who, { applicationId: someone.applicationId, id }));
		expect(await outcomeOf(end(await agentOf('valbonne')))).toBe('NotFound');
		await end(agent);
		expect((await seen())?.score.lines.map(({ code }) => code)).toEqual(['mois']);
		expect(await outcomeOf(end(agent))).toBe('NotFound');
	});

	it('counts a recognised DALO and its end, as the events of the request say', async () => {
		const dalo = criterion('dalo', { fact: 'recognition', codes: ['dalo'], points: 40 });
		await publish([dalo], Temporal.PlainDate.from('2026-11-30'));
		setClock('2026-11-30T09:00:00+01:00');
		const { applicationId } = someone;
		const on = today();
		const common = { applicationId, occurredOn: on, origin: 'counter', author: 'CASA' } as const;
		await as(agent, (tx) =>
			recordEvent(tx, agent, {
				...common,
				kind: 'dalo_recognised',
				detail: { decidedOn: on.toString() }
			})
		);
		expect((await seen())?.score.total).toBe(40);
		await as(agent, (tx) =>
			recordEvent(tx, agent, { ...common, kind: 'dalo_ended', detail: { motive: 'Relogement.' } })
		);
		expect((await seen())?.score.total).toBe(0);
		setClock(MONDAY);
	});
});

describe('comparable requests', () => {
	it('are those of the same commune and type, and under eleven nothing is told', async () => {
		const people = await newApplicants(13);
		const stated = { origin: 'declared', statedOn: today() } as const;
		await as(TESTING, async (tx) => {
			for (const [index, { applicationId }] of people.entries()) {
				const insee = index === 12 ? '06018' : '06152';
				await tx.insert(wantedCommune).values({ applicationId, insee, rank: 0, ...stated });
				await tx.insert(wantedType).values({ applicationId, type: 'T3', ...stated });
				await tx.insert(requestMotive).values({ applicationId, code: '13', rank: 0, ...stated });
			}
		});
		await recomputeScores();
		const [me] = people;
		const compare = (who: Applicant, asked: string | null) =>
			as(who, async (tx) => {
				const found = await requestScore(tx, who, who.applicationId);
				const { applicationId } = who;
				return comparedScore(tx, who, { applicationId, score: found!, asked });
			});
		expect((await compare(me!, null)).distribution).toMatchObject({ about: 10, fewerInTen: 0 });
		expect((await compare(people[12]!, null)).distribution).toBeNull();
		// A place that is not asked for is not compared, whatever the address says.
		expect((await compare(me!, '06018-T3')).pair?.key).toBe('06152-T3');
		const gone = people[1]!.applicationId;
		await as(agent, (tx) =>
			recordEvent(tx, TESTING, {
				applicationId: gone,
				kind: 'struck_off_renounced',
				occurredOn: today(),
				origin: 'official',
				author: 'SNE'
			})
		);
		// Ten others are left.
		expect((await compare(me!, null)).distribution).toBeNull();
	});
});

describe('before publishing', () => {
	it('the head sees what a grid would change; nothing is written', async () => {
		const before = await as(TESTING, (tx) => tx.$count(score));
		const gridId = await as(head, (tx) => draftGrid(tx, head));
		const small = criterion('petit', { fact: 'motive', codes: ['13'], points: 7 });
		await as(head, (tx) =>
			setCriterion(tx, head, { gridId, criterion: small, position: 9, isNew: true })
		);
		const effect = await as(head, (tx) => previewGrid(tx, head, gridId));
		expect(effect.moves).toMatchObject({ up: 12, down: 0, mostUp: 7 });
		expect(effect.applies.get('petit')).toBe(12);
		expect(await as(TESTING, (tx) => tx.$count(score))).toBe(before);
		expect(await outcomeOf(as(agent, (tx) => previewGrid(tx, agent, gridId)))).toBe('Refused');
	});
});
