import { randomUUIDv7 } from 'node:crypto';
import { actorLabel, type Actor } from '../../domain/accounts/actor.ts';
import { now } from '../clock.ts';
import type { appointment } from '../db/schema/appointments.ts';
import type { MessageRow } from '../notifications/message-rows.ts';
import type { KnownTimes, MotiveRow } from './known-times.ts';
import { linkHash, linkToken } from './links.ts';

/** Every column of an appointment. */
export type PlaceRow = Required<typeof appointment.$inferInsert>;

export type Place = {
	/** Code of the motive. */
	motive: string;
	counterId: string;
	startsAt: Temporal.Instant;
	/** In whose name; empty for a visitor. */
	applicationId: string | null;
	/** The appointment being moved: its own time does not stand in its way. */
	exceptId?: string;
	state: 'held' | 'booked';
	/** What else to write in the row. */
	others?: Partial<PlaceRow>;
	/** Why, in the line of its history. */
	reason?: string;
	/** What the person is told, written with the place or not at all. */
	messages?: (row: PlaceRow, known: KnownTimes) => readonly MessageRow[];
	/** Nothing else is done with it in this unit of work: it is written in one packet with the commit. */
	isLast?: boolean;
};

const NOTHING_ELSE = {
	heldUntil: null,
	overbookingReason: null,
	linkHash: null,
	sequence: 0,
	movedFromId: null,
	confirmedAt: null,
	cancellationReason: null,
	walkIn: false,
	holderHash: null,
	helperKind: null,
	helperName: null
} as const;

/** The row of a visit at a desk, with its identifier, which the private link is made from. */
export function placeRow(actor: Actor, place: Place, motive: MotiveRow, deskId: string): PlaceRow {
	const { counterId, startsAt, applicationId, state, others } = place;
	const id = randomUUIDv7();
	const endsAt = startsAt.add({ minutes: motive.durationMinutes });
	const at = now();
	return {
		...NOTHING_ELSE,
		id,
		counterId,
		deskId,
		motiveCode: motive.code,
		applicationId,
		startsAt,
		endsAt,
		occupiedFrom: startsAt.subtract({ minutes: motive.bufferBeforeMinutes }),
		occupiedUntil: endsAt.add({ minutes: motive.bufferAfterMinutes }),
		state,
		channel: motive.onSite ? 'on_site' : 'telephone',
		createdAt: at,
		updatedAt: at,
		createdBy: actorLabel(actor),
		...(state === 'booked' && { confirmedAt: at, linkHash: linkHash(linkToken(id)) }),
		...others
	};
}
