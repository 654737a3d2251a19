import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { VISITOR, type Agent } from '../../src/lib/domain/accounts/actor.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { notesOf } from '../../src/lib/server/conversations/queries.ts';
import { readThread } from '../../src/lib/server/conversations/read-thread.ts';
import { writeNote } from '../../src/lib/server/conversations/write-note.ts';
import { auditEntry } from '../../src/lib/server/db/schema/audit.ts';
import { agentOf, as, MONDAY, newApplicant, outcomeOf, TESTING } from '../support/booking.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let db: TestDatabase;
let antibes: Agent;
let valbonne: Agent;
beforeAll(async () => {
	db = await testDatabase();
	antibes = { ...(await agentOf('antibes')), name: 'Camille' };
	valbonne = { ...(await agentOf('valbonne')), staffId: '0198c0de-0000-7000-8000-000000000003' };
});
beforeEach(() => setClock(MONDAY));
afterAll(() => db.drop());

describe('an agent who leaves a note', () => {
	test('is read by colleagues, and never by the person or a stranger', async () => {
		const nour = await newApplicant({ commune: '06004' });
		const { applicationId } = nour;
		const sendingId = randomUUID();
		for (const body of ['Rappeler jeudi.', 'Rappeler jeudi.'])
			await as(antibes, (tx, actor) => writeNote(tx, actor, { applicationId, body, sendingId }));
		const notes = await as(antibes, (tx, actor) => notesOf(tx, actor, applicationId));
		expect(notes).toMatchObject([{ body: 'Rappeler jeudi.', authorName: 'Camille' }]);
		const thread = await as(nour, (tx, who) => readThread(tx, who, { applicationId, page: 0 }));
		expect(JSON.stringify(thread)).not.toContain('jeudi');
		const line = and(
			eq(auditEntry.applicationId, applicationId),
			eq(auditEntry.action, 'write-note')
		);
		expect(await as(TESTING, (tx) => tx.$count(auditEntry, line))).toBe(1);
	});

	test('is refused when it is nobody of the territory', async () => {
		const { applicationId, ...nour } = await newApplicant({ commune: '06004' });
		for (const stranger of [{ ...nour, applicationId }, valbonne, VISITOR, TESTING]) {
			const asked = as(stranger, (tx, who) => notesOf(tx, who, applicationId));
			expect(await outcomeOf(asked)).toBe('NotFound');
			const note = { applicationId, body: 'Rappeler.', sendingId: randomUUID() };
			const written = as(stranger, (tx, who) => writeNote(tx, who, note));
			expect(await outcomeOf(written)).toBe('NotFound');
		}
	});

	test('is told when it is empty', async () => {
		const { applicationId } = await newApplicant({ commune: '06004' });
		const note = { applicationId, body: ' ', sendingId: randomUUID() };
		const written = as(antibes, (tx, who) => writeNote(tx, who, note));
		expect(await outcomeOf(written)).toBe('note-missing');
	});
});
