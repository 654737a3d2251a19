import { and, eq, sql } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { destinationOf, type VisitorContact } from '../../domain/appointments/visitor-contact.ts';
import { Refused, RuleBroken } from '../../domain/errors.ts';
import { NOTE_LENGTH, VISITOR_REQUESTS_AN_HOUR } from '../../domain/waiting/time-requests.ts';
import { counterFor, motiveFor } from '../appointments/offer.ts';
import {
	lockDestination,
	spendDestinationShare,
	spendShare
} from '../appointments/visitor-limits.ts';
import { now } from '../clock.ts';
import { timeRequest } from '../db/schema/booking.ts';
import type { Tx } from '../db/unit-of-work.ts';
import type { TimeRequestInput } from './leave-time-request.ts';

export type VisitorTimeRequestInput = TimeRequestInput & {
	contact: Omit<VisitorContact, 'helper'>;
	/** Address of the client. */
	source: string;
};

/**
 * "No time suits me", from somebody without a request. One open request a telephone or address and motive: leaving
 * another changes the first and keeps its turn.
 *
 * @returns the id of the request; never shown to the visitor, who has not proved that the address is theirs
 * @throws NotFound for an unknown motive or counter; Refused to anybody signed in and for a motive that asks for an
 * account; RuleBroken `half-days-missing`, `note-too-long`, `contact-missing`, `too-many-requests`
 */
export async function leaveVisitorTimeRequest(
	tx: Tx,
	actor: Actor,
	input: VisitorTimeRequestInput
): Promise<string> {
	if (actor.kind !== 'visitor') throw new Refused('leave-visitor-time-request');
	const note = input.note?.trim() || null;
	if (input.halfDays.length === 0) throw new RuleBroken('half-days-missing');
	if (note && note.length > NOTE_LENGTH)
		throw new RuleBroken('note-too-long', { most: NOTE_LENGTH });
	const destination = destinationOf(input.contact);
	if (!destination) throw new RuleBroken('contact-missing');
	const motive = await motiveFor(tx, actor, input.motive);
	if (motive.bookableBy !== 'anyone') throw new Refused('book-motive');
	const { id: counterId } = await counterFor(tx, input.counter);
	await lockDestination(tx, destination);
	await spendShares(tx, destination, input.source);
	const { halfDays, locale } = input;
	const contact = kept(input.contact);
	const wish = { counterId, halfDays: [...halfDays], note, locale, contact };
	const changed = await change(tx, destination, motive.code, wish);
	if (changed) return changed;
	const [left] = await tx
		.insert(timeRequest)
		.values({ ...wish, motiveCode: motive.code, createdAt: now() })
		.returning({ id: timeRequest.id });
	return left!.id;
}

async function spendShares(tx: Tx, destination: string, source: string): Promise<void> {
	const most = VISITOR_REQUESTS_AN_HOUR;
	const may =
		(await spendDestinationShare(tx, 'visitor-time-request', destination, most.destination)) &&
		(await spendShare(tx, 'visitor-time-request', source, most.source));
	if (!may) throw new RuleBroken('too-many-requests');
}

/** The request that waits already for this telephone or address, as it is now wished; undefined when there is none. */
async function change(
	tx: Tx,
	destination: string,
	motiveCode: string,
	wish: Partial<typeof timeRequest.$inferInsert>
): Promise<string | undefined> {
	const { contact } = timeRequest;
	const [changed] = await tx
		.update(timeRequest)
		.set(wish)
		.where(
			and(
				sql`coalesce(${contact} ->> 'email', ${contact} ->> 'phone') = ${destination}`,
				eq(timeRequest.motiveCode, motiveCode),
				eq(timeRequest.state, 'waiting')
			)
		)
		.returning({ id: timeRequest.id });
	return changed?.id;
}

function kept(contact: VisitorTimeRequestInput['contact']): Record<string, string> {
	const { lastName, firstName, birthDate, phone, email } = contact;
	return {
		lastName,
		firstName,
		birthDate: birthDate.toString(),
		...(phone ? { phone } : {}),
		...(email ? { email } : {})
	};
}
