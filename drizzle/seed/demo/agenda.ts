import type { Applicant } from '../../../src/lib/domain/accounts/actor.ts';
import type { DemoRequest } from './play-life.ts';
import { moment } from './moments.ts';
import type { Random } from './random.ts';
import { counters } from '../reference/counters.ts';
import type { DemoStaff } from './staff.ts';
import { playVisit, timesOf, workingDayFrom, type Outcome, type Visit } from './visits.ts';

/** Visits a day, in hundredths, at the counters that receive the most; the others see somebody now and then. */
const PACE: Record<string, number> = {
	antibes: 260,
	vallauris: 90,
	valbonne: 110,
	'villeneuve-loubet': 60,
	biot: 50,
	'antenne-1': 60,
	'antenne-2': 60
};
const QUIET_PACE = 12;
const [DAYS_BACK, DAYS_AHEAD] = [30, 21];
/** What the Antibes agent finds on the day of the demonstration: at least these, at both desks. */
const TODAY_AT_ANTIBES = ['09:00', '09:00', '10:00', '11:00', '11:00'];

export type Guest = { request: DemoRequest; applicant: Applicant };
type Place = { counter: string; day: Temporal.PlainDate; time: string };

/**
 * A month of visits behind and three weeks ahead, at every counter, each by somebody of the neighbourhood where there is
 * one. Everybody has one visit behind and one ahead at most.
 */
export async function seedAgenda(
	random: Random,
	guests: readonly Guest[],
	staff: DemoStaff,
	now: Temporal.ZonedDateTime
): Promise<void> {
	const today = now.toPlainDate();
	// In the order of the days: a visit ahead is booked once the one behind is over.
	const places = [...dayOfTheDemonstration(today), ...otherPlaces(random, today)].sort((a, b) =>
		Temporal.PlainDate.compare(a.day, b.day)
	);
	const behind = new Set(guests);
	const ahead = new Set(guests);
	for (const place of places) {
		const isBehind = Temporal.PlainDate.compare(place.day, today) < 0;
		const free = isBehind ? behind : ahead;
		const bookedOn = bookingDay(random, place.day, today);
		const guest = neighbour(free, place, bookedOn);
		if (!guest) continue;
		free.delete(guest);
		const motive = motiveOf(random, guest, place.day);
		const outcome = outcomeOf(random, place, now);
		// The last visits of a morning that need no papers are calls.
		const isCall = motive === 'suivi' && outcome === 'open' && place.time === '11:00';
		const visit: Visit = {
			...place,
			applicant: guest.applicant,
			motive,
			outcome,
			channel: isCall ? 'telephone' : 'on_site'
		};
		const agent =
			place.counter === 'antibes'
				? staff.antibes
				: place.counter === 'valbonne'
					? staff.valbonne
					: staff.head;
		await playVisit(random, visit, bookedOn, agent);
	}
}

function dayOfTheDemonstration(today: Temporal.PlainDate): Place[] {
	const day = workingDayFrom(today);
	return TODAY_AT_ANTIBES.map((time) => ({ counter: 'antibes', day, time }));
}

function otherPlaces(random: Random, today: Temporal.PlainDate): Place[] {
	const shown = workingDayFrom(today);
	const places: Place[] = [];
	for (let away = -DAYS_BACK; away <= DAYS_AHEAD; away += 1) {
		const day = today.add({ days: away });
		for (const { slug: counter } of counters) {
			if (counter === 'antibes' && day.equals(shown)) continue;
			const times = timesOf(counter, day);
			// The nearer the fuller: people book a few days ahead.
			const pace = (PACE[counter] ?? QUIET_PACE) * (away > 7 ? 0.4 : away > 0 ? 0.7 : 1);
			const wanted = Math.floor(pace / 100) + (random.chance(pace % 100) ? 1 : 0);
			for (let visit = 0; visit < wanted && times.length > 0; visit += 1) {
				const [time] = times.splice(random.between(0, times.length - 1), 1);
				if (time) places.push({ counter, day, time });
			}
		}
	}
	return places;
}

/** Some days before, and before today. */
function bookingDay(
	random: Random,
	day: Temporal.PlainDate,
	today: Temporal.PlainDate
): Temporal.PlainDate {
	const last = Temporal.PlainDate.compare(day, today) < 0 ? day : today;
	return last.subtract({ days: random.between(2, 12) });
}

/** Somebody of the counter's commune, else anybody; their request was filed some days before they book. */
function neighbour(
	free: ReadonlySet<Guest>,
	{ counter }: Place,
	bookedOn: Temporal.PlainDate
): Guest | undefined {
	const insee = counters.find(({ slug }) => slug === counter)?.communeInsee;
	const known = [...free].filter(
		({ request }) => Temporal.PlainDate.compare(request.filedOn.add({ days: 2 }), bookedOn) < 0
	);
	return known.find(({ request }) => request.insee === insee) ?? known[0];
}

function motiveOf(random: Random, { request }: Guest, day: Temporal.PlainDate): string {
	const isNew = request.filedOn.until(day, { largestUnit: 'days' }).days < 70;
	return isNew ? 'premier-accueil' : random.pick(['suivi', 'suivi', 'pieces', 'renouvellement']);
}

function outcomeOf(random: Random, { day, time }: Place, now: Temporal.ZonedDateTime): Outcome {
	const distance = Temporal.PlainDate.compare(day, now.toPlainDate());
	if (distance > 0) return 'open';
	if (distance < 0)
		return random.pick([
			'received',
			'received',
			'received',
			'received',
			'received',
			'received',
			'absent',
			'cancelled'
		]);
	// Today: the first visits are written down once they are over, the others are still the agent's to write.
	const isOver =
		Temporal.Instant.compare(moment(day, time).add({ minutes: 45 }), now.toInstant()) < 0;
	return isOver && time === '09:00' ? 'received' : 'open';
}
