import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { VISITOR, type Actor, type Agent } from '../../src/lib/domain/accounts/actor.ts';
import type { KeptDetail } from '../../src/lib/domain/applications/event-details.ts';
import type { EventKind, RequestState } from '../../src/lib/domain/applications/event-kinds.ts';
import { applicationById, eventsOf } from '../../src/lib/server/applications/queries.ts';
import { myRequest } from '../../src/lib/server/applications/my-request.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { auditEntry } from '../../src/lib/server/db/schema/audit.ts';
import { message } from '../../src/lib/server/db/schema/notifications.ts';
import { correctEvent } from '../../src/lib/server/lifecycle/correct-event.ts';
import { enterEvent } from '../../src/lib/server/lifecycle/enter-event.ts';
import { agentOf, as, newApplicant, outcomeOf, TESTING } from '../support/booking.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

const BIOT = '06018';
const RANKED: KeptDetail = { landlord: 'Bailleur fictif', rank: 2 };
let db: TestDatabase;
let biot: Agent;
let valbonne: Agent;

beforeAll(async () => {
	db = await testDatabase();
	setClock('2026-11-23T09:00:00+01:00');
	biot = await agentOf('biot');
	valbonne = await agentOf('valbonne');
});
afterAll(async () => {
	setClock();
	await db.drop();
});

const inBiot = () => newApplicant({ email: 'personne@exemple.test', commune: BIOT });
type Told = { detail?: KeptDetail; on?: string; seen?: RequestState; toldBy?: string | null };
const enters = (who: Actor, applicationId: string, kind: EventKind, told: Told = {}) =>
	as(who, (tx) =>
		enterEvent(tx, who, {
			applicationId,
			kind,
			occurredOn: Temporal.PlainDate.from(told.on ?? '2026-11-20'),
			detail: told.detail ?? {},
			toldBy: told.toldBy ?? null,
			seen: told.seen ?? 'registered'
		})
	);
const stateOf = (id: string) =>
	as(TESTING, async (tx) => (await applicationById(tx, TESTING, id)).state);
const eventsIn = (id: string) => as(TESTING, (tx) => eventsOf(tx, id));
const toCommission = (id: string) =>
	enters(biot, id, 'sent_to_commission', { detail: { landlord: 'Bailleur fictif' } });
const corrects = (
	who: Actor,
	applicationId: string,
	eventId: string,
	motive = 'Mauvais dossier.'
) => outcomeOf(as(who, (tx) => correctEvent(tx, who, { applicationId, eventId, motive })));

describe('an agent enters what happened', () => {
	test('signed by the counter, with who told it beside, never as official', async () => {
		const { applicationId } = await inBiot();
		await toCommission(applicationId);
		const told = { detail: RANKED, seen: 'in_commission', toldBy: 'Bailleur fictif' } as const;
		expect(await enters(biot, applicationId, 'decided_ranked', told)).toBe('granted_ranked');
		const [event] = await eventsIn(applicationId);
		expect(event).toMatchObject({
			origin: 'counter',
			detail: { rank: 2, toldBy: 'Bailleur fictif' }
		});
		expect(event!.author).toContain('Biot');
	});

	test('leaves a line in the journal and a message that tells nothing of it', async () => {
		const { applicationId } = await inBiot();
		await toCommission(applicationId);
		const lines = await as(TESTING, (tx) =>
			tx.select().from(auditEntry).where(eq(auditEntry.applicationId, applicationId))
		);
		expect(lines.map(({ action }) => action)).toEqual(['enter-event']);
		const sent = await as(TESTING, (tx) =>
			tx.select().from(message).where(eq(message.applicationId, applicationId))
		);
		expect(sent).toHaveLength(1);
		expect(sent[0]!.body).not.toMatch(/commission|bailleur|Nour|0060126/i);
	});

	test.each([
		['without the rank', 'decided_ranked', { landlord: 'X' }, '2026-11-20', 'bad-detail'],
		['tomorrow', 'decided_ranked', RANKED, '2026-11-24', 'in-the-future'],
		['before the filing', 'decided_ranked', RANKED, '2026-01-11', 'before-filing'],
		['that may not follow', 'offer_sent', {}, '2026-11-20', 'forbidden-transition'],
		['that the agenda writes', 'interviewed', {}, '2026-11-20', 'Refused']
	] as [string, EventKind, KeptDetail, string, string][])(
		'not %s',
		async (_, kind, detail, on, outcome) => {
			const { applicationId } = await inBiot();
			await toCommission(applicationId);
			const trying = enters(biot, applicationId, kind, { detail, on, seen: 'in_commission' });
			expect(await outcomeOf(trying)).toBe(outcome);
			expect(await stateOf(applicationId)).toBe('in_commission');
		}
	);

	test('two agents at the same moment: the second is told that the file has changed', async () => {
		const { applicationId } = await inBiot();
		const both = await Promise.all([
			outcomeOf(toCommission(applicationId)),
			outcomeOf(toCommission(applicationId))
		]);
		expect(both.sort()).toEqual(['done', 'seen-outdated']);
	});

	test('not of another territory, and nobody else enters anything', async () => {
		const applicant = await inBiot();
		const { applicationId } = applicant;
		expect(await outcomeOf(enters(valbonne, applicationId, 'sent_to_commission'))).toBe('NotFound');
		for (const who of [applicant, await newApplicant(), VISITOR])
			expect(await outcomeOf(enters(who, applicationId, 'sent_to_commission'))).toBe('Refused');
	});
});

describe('what was entered by mistake', () => {
	test('is corrected by a later event: the line stays, the state goes back', async () => {
		const { applicationId } = await inBiot();
		await toCommission(applicationId);
		const [wrong] = await eventsIn(applicationId);
		expect(await corrects(biot, applicationId, wrong!.id)).toBe('done');
		expect(await stateOf(applicationId)).toBe('registered');
		const kinds = (await eventsIn(applicationId)).map(({ kind }) => kind);
		expect(kinds).toEqual(expect.arrayContaining(['sent_to_commission', 'entered_in_error']));
		expect(await corrects(biot, applicationId, wrong!.id)).toBe('not-correctable');
	});

	test('not without a reason, not by a stranger, not under what followed', async () => {
		const { applicationId } = await inBiot();
		await toCommission(applicationId);
		const [first] = await eventsIn(applicationId);
		await enters(biot, applicationId, 'decided_ranked', { detail: RANKED, seen: 'in_commission' });
		expect(await corrects(biot, applicationId, first!.id)).toBe('later-events-depend');
		const [last] = await eventsIn(applicationId);
		expect(await corrects(biot, applicationId, last!.id, 'non')).toBe('bad-detail');
		expect(await corrects(valbonne, applicationId, last!.id)).toBe('NotFound');
		const other = await inBiot();
		expect(await corrects(biot, other.applicationId, last!.id)).toBe('NotFound');
		expect(await stateOf(applicationId)).toBe('granted_ranked');
	});
});

describe('two requests of one household', () => {
	test('become one: the other number is struck off and names the one that goes on', async () => {
		const kept = await inBiot();
		const other = await inBiot();
		const numberOf = (id: string) =>
			as(TESTING, async (tx) => (await applicationById(tx, TESTING, id)).uniqueNumber);
		const mergedNumber = await numberOf(other.applicationId);
		const detail = { mergedNumber, mergedFiledOn: '2020-01-01', communes: 'Biot' };
		await enters(biot, kept.applicationId, 'merged', { detail });
		expect(await stateOf(other.applicationId)).toBe('struck_off');
		const seen = await as(other, (tx) => myRequest(tx, other, other.applicationId));
		expect(seen.next).toBe('other_number');
		expect(seen.strikeOff?.detail['keptNumber']).toBe(await numberOf(kept.applicationId));
		// What the other request says of itself counts, not what was typed.
		const [event] = await eventsIn(kept.applicationId);
		expect(event!.detail['mergedFiledOn']).toBe('2026-01-12');
	});

	test('not one with itself', async () => {
		const kept = await inBiot();
		const { uniqueNumber } = await as(TESTING, (tx) =>
			applicationById(tx, TESTING, kept.applicationId)
		);
		const detail = { mergedNumber: uniqueNumber, mergedFiledOn: '2020-01-01', communes: 'Biot' };
		expect(await outcomeOf(enters(biot, kept.applicationId, 'merged', { detail }))).toBe(
			'merge-itself'
		);
	});
});

describe('the first screen', () => {
	test('is the person’s own: a stranger’s request does not exist', async () => {
		const mine = await inBiot();
		const theirs = await inBiot();
		const look = as(mine, (tx) => myRequest(tx, mine, theirs.applicationId));
		expect(await outcomeOf(look)).toBe('NotFound');
		const own = await as(mine, (tx) => myRequest(tx, mine, mine.applicationId));
		expect(own.application.id).toBe(mine.applicationId);
	});

	test('a warning presses until it is answered', async () => {
		const { applicationId, ...rest } = await inBiot();
		const who = { applicationId, ...rest };
		const detail = {
			sentBy: 'Guichet',
			sentAs: 'registered_letter',
			about: 'Cherchez-vous toujours ?'
		};
		const next = async () => (await as(who, (tx) => myRequest(tx, who, applicationId))).next;
		await enters(biot, applicationId, 'warned_no_contact', { detail });
		expect(await next()).toBe('answer_letter');
		await enters(biot, applicationId, 'warning_answered');
		expect(await next()).not.toBe('answer_letter');
	});
});
