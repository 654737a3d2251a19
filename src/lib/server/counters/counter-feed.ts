import { and, eq } from 'drizzle-orm';
import { ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { initials } from '../../domain/counters/initials.ts';
import { NotFound } from '../../domain/errors.ts';
import { localised } from '../../domain/localised.ts';
import { counterSetting } from '../db/schema/booking.ts';
import { counter } from '../db/schema/counters.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { feedRows, type FeedRow } from './feed-entries.ts';
import { feedHash } from './renew-feed.ts';

/**
 * The appointments of a counter for the calendar of its staff (RFC 5545). It leaves our hands for phones and outside
 * calendars, so it says initials and motive: no name, no number, no telephone.
 *
 * @param token the secret of the address; nobody signs in here
 * @throws NotFound for an unknown, renewed or stopped address
 */
export async function counterFeed(tx: Tx, token: string): Promise<string> {
	const [found] = await tx
		.select({ id: counter.id, name: counter.name })
		.from(counterSetting)
		.innerJoin(counter, eq(counter.id, counterSetting.counterId))
		.where(and(eq(counterSetting.feedHash, feedHash(token)), eq(counter.active, true)));
	if (!found) throw new NotFound('feed');
	const calendar = new ICalCalendar({
		prodId: { company: 'Guichet Logement', product: 'Agenda', language: 'FR' },
		method: ICalCalendarMethod.PUBLISH,
		name: found.name,
		ttl: 15 * 60
	});
	for (const row of await feedRows(tx, found.id)) calendar.createEvent(entryOf(row));
	return calendar.toString();
}

/** Moved away from here and not seen again in these days: for this calendar it is cancelled. */
function entryOf(row: FeedRow) {
	const movedAway = row.state === 'moved';
	const cancelled = movedAway || row.state.startsWith('cancelled');
	const name = initials(row.firstName, row.lastName);
	return {
		id: `${row.root}@guichet-logement`,
		// The row that was left keeps its number; the calendar must take this for a change.
		sequence: row.sequence + (movedAway ? 1 : 0),
		stamp: row.changedAt,
		lastModified: row.changedAt,
		start: row.startsAt,
		end: row.endsAt,
		summary: `${name} · ${localised(row.motive, 'fr')}`,
		location: row.desk,
		status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED
	};
}
