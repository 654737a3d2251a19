import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Agent, Applicant } from '../../src/lib/domain/accounts/actor.ts';
import { today } from '../../src/lib/server/clock.ts';
import { sendMessage } from '../../src/lib/server/conversations/send-message.ts';
import { applicantAccount } from '../../src/lib/server/db/schema/accounts.ts';
import { person } from '../../src/lib/server/db/schema/applications.ts';
import { appointment } from '../../src/lib/server/db/schema/appointments.ts';
import { visitorContact } from '../../src/lib/server/db/schema/booking.ts';
import { desk } from '../../src/lib/server/db/schema/counters.ts';
import { paperFile } from '../../src/lib/server/db/schema/paper-content.ts';
import { as, TESTING } from './booking.ts';

/** Names as some people bear them, an address of nearly the length that is taken, a file as a phone may call it. */
export const FIRST = 'Ramaherijaonasolofoniaina';
export const LAST = 'Andrianampoinimerinatompokoindrindra';
export const EMAIL = `${FIRST}.${LAST}@messagerie-des-habitants.exemple.test`.toLowerCase();
const WORD = 'electroencephalographiste'.repeat(3);

/** What long words are written into: a request with one paper, and its agent. */
type Where = { agent: Agent; applicationId: string; paperId: string };

/** Gives a person of a test the longest values that somebody may have, and an account. @returns who they now are */
export async function giveLongWords({ agent, applicationId, paperId }: Where): Promise<Applicant> {
	const account = await as(TESTING, async (tx) => {
		await tx
			.update(person)
			.set({
				firstName: FIRST,
				lastName: LAST,
				birthName: LAST,
				email: EMAIL,
				phone: '+33612345678',
				addressLine: `12 ${WORD}`,
				profession: WORD,
				employer: WORD
			})
			.where(eq(person.applicationId, applicationId));
		await tx
			.update(paperFile)
			.set({ fileName: `${WORD}.jpg` })
			.where(eq(paperFile.paperId, paperId));
		const [made] = await tx
			.insert(applicantAccount)
			.values({ applicationId, locale: 'fr', createdAt: at('08:00') })
			.returning({ id: applicantAccount.id });
		return made!;
	});
	const applicant: Applicant = { kind: 'applicant', accountId: account.id, applicationId };
	// One word in the message, and an address as they are copied from a browser.
	const body = `${WORD} https://exemple.test/${WORD}${WORD}`;
	await as(applicant, (tx, who) =>
		sendMessage(tx, who, { applicationId, body, sendingId: randomUUID() })
	);
	await receive(agent, applicationId);
	return applicant;
}

/** A visitor who comes today, and whose name and address are as long. @returns the appointment */
export async function visitorOfLongWords(agent: Agent): Promise<string> {
	const id = await receive(agent, null, '11:00');
	const birthDate = Temporal.PlainDate.from('1990-05-14');
	const names = { lastName: LAST, firstName: FIRST, birthDate };
	await as(TESTING, (tx) =>
		tx.insert(visitorContact).values({ appointmentId: id, email: EMAIL, locale: 'fr', ...names })
	);
	return id;
}

/** Half an hour today, booked by somebody else, at a desk whose name is no shorter. @returns the appointment */
async function receive(agent: Agent, applicationId: string | null, time = '10:00') {
	const counterId = agent.counterIds[0]!;
	const [startsAt, endsAt] = [at(time), at(time).add({ minutes: 30 })];
	const [made] = await as(TESTING, async (tx) => {
		const [table] = await tx
			.insert(desk)
			.values({ counterId, name: `${WORD} ${time}` })
			.returning({ id: desk.id });
		return tx
			.insert(appointment)
			.values({
				counterId,
				deskId: table!.id,
				motiveCode: 'suivi',
				applicationId,
				startsAt,
				endsAt,
				occupiedFrom: startsAt,
				occupiedUntil: endsAt,
				state: 'booked',
				createdAt: startsAt,
				updatedAt: startsAt,
				createdBy: 'test',
				helperKind: 'association',
				helperName: `${FIRST} ${LAST}`
			})
			.returning({ id: appointment.id });
	});
	return made!.id;
}

const at = (time: string) =>
	today().toZonedDateTime({ timeZone: 'Europe/Paris', plainTime: time }).toInstant();
