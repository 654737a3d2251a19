import { and, desc, eq, gt } from 'drizzle-orm';
import { VISITOR } from '../../../src/lib/domain/accounts/actor.ts';
import type { HalfDay } from '../../../src/lib/domain/waiting/half-days.ts';
import { findTimes } from '../../../src/lib/server/appointments/find-times.ts';
import { confirmVisit } from '../../../src/lib/server/appointments/visitor-confirm.ts';
import { holdVisit } from '../../../src/lib/server/appointments/visitor-hold.ts';
import { leaveContact } from '../../../src/lib/server/appointments/visitor-leave-contact.ts';
import { now } from '../../../src/lib/server/clock.ts';
import { appointment } from '../../../src/lib/server/db/schema/appointments.ts';
import { counter } from '../../../src/lib/server/db/schema/counters.ts';
import { message } from '../../../src/lib/server/db/schema/notifications.ts';
import { unitOfWork } from '../../../src/lib/server/db/unit-of-work.ts';
import { joinByLink } from '../../../src/lib/server/waiting/join-by-link.ts';
import { joinWaitingList } from '../../../src/lib/server/waiting/join-list.ts';
import { offerPlace } from '../../../src/lib/server/waiting/offer-place.ts';
import { planOffers } from '../../../src/lib/server/waiting/plan-offers.ts';
import type { Guest } from './agenda.ts';
import { SEED, within } from './moments.ts';

const COUNTER = 'antibes';
/** No counter of the demonstration receives then: who can only come so goes on waiting. */
const NEVER_OPEN: HalfDay[] = ['3-pm', '5-pm'];

/** A few minutes ago: what is told at that moment is said to have been sent. */
const lately = () => now().subtract({ minutes: 10 });

/**
 * A waiting list for the agent of Antibes: somebody to whom a place is offered at this moment, somebody who can only
 * come when the counter is shut, and a visitor without a request.
 */
export async function seedWaiting(guests: readonly Guest[]): Promise<void> {
	const [first, second] = await furthestAhead(guests);
	if (first) await wait(first, []);
	await within(SEED, lately(), async (tx) => {
		const [plan] = await planOffers(tx, SEED);
		if (plan) await offerPlace(tx, SEED, plan);
	});
	if (second) await wait(second, NEVER_OPEN);
	const token = await visitorInTenDays();
	await within(VISITOR, lately(), (tx) =>
		joinByLink(tx, VISITOR, { key: { token }, halfDays: NEVER_OPEN })
	);
}

type Waiting = { guest: Guest; motive: string };

async function furthestAhead(guests: readonly Guest[]): Promise<Waiting[]> {
	const rows = await unitOfWork(SEED, (tx) =>
		tx
			.select({ applicationId: appointment.applicationId, motive: appointment.motiveCode })
			.from(appointment)
			.innerJoin(counter, eq(counter.id, appointment.counterId))
			.where(
				and(
					eq(counter.slug, COUNTER),
					eq(appointment.state, 'booked'),
					gt(appointment.startsAt, now().add({ hours: 72 }))
				)
			)
			.orderBy(desc(appointment.startsAt))
	);
	return rows.flatMap(({ applicationId, motive }) => {
		const guest = guests.find(({ request }) => request.applicationId === applicationId);
		return guest ? [{ guest, motive }] : [];
	});
}

function wait({ guest: { applicant }, motive }: Waiting, halfDays: HalfDay[]): Promise<string> {
	return within(applicant, lately(), (tx) =>
		joinWaitingList(tx, applicant, { motive, counter: COUNTER, halfDays })
	);
}

/** The whole way of somebody without a request, code included. @returns the secret of their private link */
async function visitorInTenDays(): Promise<string> {
	const holder = 'demonstration'.padEnd(64, '0');
	const [source, email] = ['192.0.2.1', 'lina.tamaris@demo.test'];
	const visit = { motive: 'enregistrement', counter: COUNTER };
	const contact = {
		lastName: 'Tamaris',
		firstName: 'Lina',
		birthDate: Temporal.PlainDate.from('1991-02-03'),
		phone: '+33639980099',
		email,
		helper: { kind: 'social_worker' as const, name: 'Sami, service social fictif' }
	};
	const code = await within(VISITOR, lately(), async (tx) => {
		const after = now().toZonedDateTimeISO('Europe/Paris').toPlainDate().add({ days: 10 });
		const { days } = await findTimes(tx, VISITOR, { ...visit, after });
		const { startsAt } = days[0]!.times[0]!;
		await holdVisit(tx, VISITOR, { ...visit, startsAt, holder, source });
		await leaveContact(tx, VISITOR, { holder, contact, locale: 'fr', source });
		const [sent] = await tx
			.select({ body: message.body })
			.from(message)
			.where(and(eq(message.kind, 'visitor-code'), eq(message.recipient, email)));
		return /\d{6}/.exec(sent?.body ?? '')?.[0] ?? '';
	});
	const done = await within(VISITOR, lately(), (tx) => confirmVisit(tx, VISITOR, { holder, code }));
	if (done.kind !== 'booked') throw new Error('the code just sent was refused');
	return done.token;
}
