import { and, eq, inArray, isNull, lt, ne } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { Refused } from '../../domain/errors.ts';
import { PARIS_ZONE } from '../../domain/words.ts';
import { now } from '../clock.ts';
import { appointment } from '../db/schema/appointments.ts';
import { visitorContact } from '../db/schema/booking.ts';
import { message } from '../db/schema/notifications.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { settingOf } from '../settings/queries.ts';

/** At most so many visits in one transaction. */
const BATCH = 200;

/**
 * After the months that the head of service set, an appointment of somebody without a request says no more who it was
 * for, who helped them and why it was cancelled, and what was written to them is emptied. That there was a visit, and
 * when, stays: it names nobody. For a job.
 * @returns how many visits, at most 200 a call
 * @throws Refused to anybody but the software
 */
export async function forgetPastVisits(tx: Tx, actor: Actor): Promise<number> {
	if (actor.kind !== 'system') throw new Refused('forget-past-visits');
	const { value: months } = await settingOf(tx, 'visitor_contact_months');
	const before = now().toZonedDateTimeISO(PARIS_ZONE).subtract({ months }).toInstant();
	const due = await tx
		.select({ id: visitorContact.appointmentId })
		.from(visitorContact)
		.innerJoin(appointment, eq(appointment.id, visitorContact.appointmentId))
		.where(lt(appointment.endsAt, before))
		.limit(BATCH);
	const visits = due.map(({ id }) => id);
	await tx.delete(visitorContact).where(inArray(visitorContact.appointmentId, visits));
	await forgetWords(tx, visits);
	return visits.length;
}

/** What else speaks of the person: their helper, the words of a cancellation, the private link, the messages. */
async function forgetWords(tx: Tx, visits: string[]): Promise<void> {
	await tx
		.update(appointment)
		.set({ helperKind: null, helperName: null, cancellationReason: null, linkHash: null })
		.where(and(inArray(appointment.id, visits), isNull(appointment.applicationId)));
	await tx
		.update(message)
		.set({ recipient: '', subject: '', body: '', attachment: null })
		.where(
			and(
				inArray(message.appointmentId, visits),
				isNull(message.applicationId),
				ne(message.state, 'queued')
			)
		);
}
