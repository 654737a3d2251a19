import { and, eq, gt, isNotNull, ne } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { CODE_TRIES } from '../../domain/appointments/visitor-code.ts';
import { destinationOf } from '../../domain/appointments/visitor-contact.ts';
import { now } from '../clock.ts';
import { appointment } from '../db/schema/appointments.ts';
import { visitorContact } from '../db/schema/booking.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { announce } from './announce.ts';
import { linkHash, linkToken } from './links.ts';
import { choiceOf, lockHolder, type ContactRow, type VisitorChoice } from './visitor-choice.ts';
import { tryCode } from './visitor-code.ts';
import { lockDestination } from './visitor-limits.ts';
import { letGo } from './visitor-release.ts';
import { keepOrRetake } from './visitor-take.ts';
import { writeState } from './write-state.ts';

/** How a confirmation ended. */
export type Confirmed =
	| { kind: 'booked'; token: string }
	/** They have one for this motive: shown with "Déplacer". */
	| { kind: 'already'; token: string }
	| { kind: 'wrong'; triesLeft: number }
	| { kind: 'dead' | 'nothing' }
	| { kind: 'gone'; rule: string; choice: VisitorChoice };

/**
 * Books the time that a browser holds, once the code that was sent is typed. When the ten minutes are over the time is
 * taken again without a word, if it is still free. Confirming twice is one appointment. Refusals are answers, so that
 * a wrong try stays counted.
 *
 * @param code six digits; null for a visitor whose code was right already, before their time was lost
 */
export async function confirmVisit(
	tx: Tx,
	actor: Actor,
	{ holder, code }: { holder: string; code: string | null }
): Promise<Confirmed> {
	await lockHolder(tx, holder);
	const choice = await choiceOf(tx, holder);
	if (!choice?.contact || choice.state === 'released') return { kind: 'nothing' };
	if (choice.state === 'booked') return { kind: 'booked', token: linkToken(choice.row.id) };
	const { contact } = choice;
	if (!contact.verifiedAt) {
		const answer = code === null ? 'dead' : await tryCode(tx, contact, code);
		if (answer === 'dead') return { kind: 'dead' };
		if (answer === 'wrong') return wrong(contact);
	}
	const known = await upcomingOf(tx, contact, choice.row.motiveCode);
	if (known) {
		await letGo(tx, actor, choice);
		return { kind: 'already', token: linkToken(known) };
	}
	const place = await keepOrRetake(tx, actor, choice);
	if ('rule' in place) return { kind: 'gone', rule: place.rule, choice };
	return { kind: 'booked', token: await book(tx, actor, place.id) };
}

function wrong({ codeTries }: ContactRow): Confirmed {
	const triesLeft = CODE_TRIES - codeTries - 1;
	return triesLeft > 0 ? { kind: 'wrong', triesLeft } : { kind: 'dead' };
}

async function book(tx: Tx, actor: Actor, id: string): Promise<string> {
	const token = linkToken(id);
	const others = { heldUntil: null, confirmedAt: now(), linkHash: linkHash(token) };
	await writeState(tx, actor, { id, from: 'held', to: 'booked' }, others);
	await announce(tx, actor, id, 'booked');
	return token;
}

/** The appointment still to come of this telephone or address for this motive. Looked for after the code alone. */
async function upcomingOf(tx: Tx, contact: ContactRow, motive: string): Promise<string | null> {
	const destination = destinationOf(contact);
	if (!destination) return null;
	await lockDestination(tx, destination);
	const column = contact.email ? visitorContact.email : visitorContact.phone;
	const [found] = await tx
		.select({ id: appointment.id })
		.from(visitorContact)
		.innerJoin(appointment, eq(appointment.id, visitorContact.appointmentId))
		.where(
			and(
				eq(column, destination),
				isNotNull(visitorContact.verifiedAt),
				ne(visitorContact.appointmentId, contact.appointmentId),
				eq(appointment.motiveCode, motive),
				eq(appointment.state, 'booked'),
				gt(appointment.endsAt, now())
			)
		)
		.limit(1);
	return found?.id ?? null;
}
