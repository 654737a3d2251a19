import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { system, type Applicant } from '../../src/lib/domain/accounts/actor.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { eraseOldExchanges } from '../../src/lib/server/conversations/erase-old-exchanges.ts';
import { sendMessage } from '../../src/lib/server/conversations/send-message.ts';
import { writeNote } from '../../src/lib/server/conversations/write-note.ts';
import {
	conversation,
	conversationMessage,
	conversationNote
} from '../../src/lib/server/db/schema/conversations.ts';
import { agentOf, as, MONDAY, newApplicant, outcomeOf, TESTING } from '../support/booking.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { happens } from '../support/offers.ts';

let db: TestDatabase;
beforeAll(async () => {
	db = await testDatabase();
});
afterAll(() => db.drop());

/** Somebody who wrote to the counter, of whom a note was kept. */
async function writer(): Promise<Applicant> {
	setClock(MONDAY);
	const applicant = await newApplicant({ commune: '06004' });
	const { applicationId } = applicant;
	const sendingId = randomUUID();
	await as(applicant, (tx, who) => sendMessage(tx, who, { applicationId, body: 'Oui', sendingId }));
	await as(await agentOf('antibes'), (tx, who) =>
		writeNote(tx, who, { applicationId, body: 'Rappeler.', sendingId })
	);
	return applicant;
}

const kept = ({ applicationId }: Applicant) =>
	as(TESTING, async (tx) => [
		await tx.$count(conversation, eq(conversation.applicationId, applicationId)),
		await tx.$count(conversationMessage, eq(conversationMessage.applicationId, applicationId)),
		await tx.$count(conversationNote, eq(conversationNote.applicationId, applicationId))
	]);

const erase = (at: string) => {
	setClock(at);
	return as(system('empty-papers'), eraseOldExchanges);
};

test('what was written about a request goes a year after it was struck off, and not a day before', async () => {
	const [gone, live] = [await writer(), await writer()];
	await happens(gone.applicationId, 'struck_off_renounced', '2026-11-23');
	expect(await erase('2027-11-22T23:59:59+01:00')).toBe(0);
	expect(await kept(gone)).toEqual([1, 1, 1]);
	expect(await erase('2027-11-23T00:00:00+01:00')).toBe(1);
	expect(await kept(gone)).toEqual([0, 0, 0]);
	expect(await kept(live)).toEqual([1, 1, 1]);
});

test('a request that was reinstated keeps its exchange, and nobody but the software erases one', async () => {
	const back = await writer();
	await happens(back.applicationId, 'struck_off_renounced', '2026-11-23');
	await happens(back.applicationId, 'reinstated', '2026-12-01');
	await erase('2028-01-01T10:00:00+01:00');
	expect(await kept(back)).toEqual([1, 1, 1]);
	expect(await outcomeOf(as(back, eraseOldExchanges))).toBe('Refused');
});
