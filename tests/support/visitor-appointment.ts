import { randomBytes, randomInt } from 'node:crypto';
import { and, desc, eq } from 'drizzle-orm';
import { VISITOR } from '../../src/lib/domain/accounts/actor.ts';
import type { BookInput } from '../../src/lib/server/appointments/book-appointment.ts';
import { confirmVisit } from '../../src/lib/server/appointments/visitor-confirm.ts';
import { holdVisit } from '../../src/lib/server/appointments/visitor-hold.ts';
import { leaveContact } from '../../src/lib/server/appointments/visitor-leave-contact.ts';
import { appointment } from '../../src/lib/server/db/schema/appointments.ts';
import { visitorContact } from '../../src/lib/server/db/schema/booking.ts';
import { message } from '../../src/lib/server/db/schema/notifications.ts';
import { as, TESTING } from './booking.ts';

/**
 * Somebody without a request who has booked, by the use cases that the screens call: a fictional name, a telephone and a
 * source on the network of their own.
 * @returns the secret of the private link
 */
export async function visitorAt(visit: BookInput, lastName: string): Promise<string> {
	const holder = randomBytes(32).toString('hex');
	const source = `198.51.${randomInt(256)}.${randomInt(256)}`;
	const phone = `+3360${String(randomInt(1e7)).padStart(7, '0')}`;
	const birthDate = Temporal.PlainDate.from('1990-05-14');
	const contact = { lastName, firstName: 'Lina', birthDate, phone, email: null, helper: null };
	await as(VISITOR, (tx, who) => holdVisit(tx, who, { ...visit, holder, source }));
	await as(VISITOR, (tx, who) => leaveContact(tx, who, { holder, contact, locale: 'fr', source }));
	const [sent] = await as(TESTING, (tx) =>
		tx
			.select({ body: message.body })
			.from(message)
			.where(eq(message.recipient, phone))
			.orderBy(desc(message.createdAt))
	);
	const code = /\d{6}/.exec(sent?.body ?? '')?.[0] ?? '';
	const done = await as(VISITOR, (tx, who) => confirmVisit(tx, who, { holder, code }));
	if (done.kind !== 'booked') throw new Error(`The visitor has no appointment: ${done.kind}.`);
	return done.token;
}

/** The id of the appointment that the visitor of the demonstration has (drizzle/seed/demo/waiting.ts). */
export async function visitOfDemo(): Promise<string> {
	const [found] = await as(TESTING, (tx) =>
		tx
			.select({ id: appointment.id })
			.from(appointment)
			.innerJoin(visitorContact, eq(visitorContact.appointmentId, appointment.id))
			.where(and(eq(visitorContact.lastName, 'Tamaris'), eq(appointment.state, 'booked')))
	);
	if (!found) throw new Error('The demo seed has no visitor with an appointment.');
	return found.id;
}
