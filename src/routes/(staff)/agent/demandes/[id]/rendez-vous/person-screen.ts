import { localised } from '$lib/domain/localised.ts';
import { can } from '$lib/domain/appointments/states.ts';
import { dayInWords, hourInWords, inParis } from '$lib/domain/words.ts';
import type { personAtCounter } from '$lib/server/reception/person-at-counter.ts';

type Person = Awaited<ReturnType<typeof personAtCounter>>;

/** The day and hour of a visit, in words. */
export function visitScreen(startsAt: Temporal.Instant, locale: string) {
	const { day, time } = inParis(startsAt);
	return { day: dayInWords(day, locale), hour: hourInWords(time, locale) };
}

/** Who the person is, and what they have coming up at the agent's counters. */
export function personScreen(person: Person, locale: string) {
	return {
		name: [person.lastName?.toLocaleUpperCase('fr'), person.firstName].filter(Boolean).join(' '),
		uniqueNumber: person.uniqueNumber,
		canBeTold: person.canBeTold,
		upcoming: person.upcoming.map((row) => ({
			id: row.id,
			...visitScreen(row.startsAt, locale),
			datetime: row.startsAt.toString(),
			state: row.state,
			motive: localised(row.motive, locale),
			counter: row.counter,
			motif: row.motiveCode,
			guichet: row.counterSlug,
			canMove: can('move', row.state, 'agent'),
			canCancel: can('cancel-by-service', row.state, 'agent')
		}))
	};
}

export type PersonScreen = ReturnType<typeof personScreen>;
