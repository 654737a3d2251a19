import fc from 'fast-check';
import { interview, time } from './sample-agenda.ts';
import type {
	BusyRange,
	Closure,
	DeskAbsence,
	Motive,
	Opening,
	SlotSearch
} from '../../../src/lib/domain/appointments/types.ts';

/** Random agendas for the property tests: two counters, three desks, a fortnight. */

const DESKS = { c1: ['d1', 'd2'], c2: ['e1'] } as const;
const counter = fc.constantFrom('c1' as const, 'c2' as const);

/** Fortnights that hold a clock change, Easter Monday, 29 February, the new year, or nothing. */
const FORTNIGHTS = ['2026-03-20', '2026-10-19', '2027-03-25', '2028-02-22', '2026-12-24'];

const quarter = fc.nat(95).map((n) => time('00:00').add({ minutes: 15 * n }));

/** Hours that begin before the clock changes or in the day, at most eight of them, within the day. */
const hoursOfDay = fc
	.tuple(fc.constantFrom(0, 6, 33, 36, 54), fc.nat(3), fc.integer({ min: 1, max: 32 }))
	.map(([from, more, length]) => ({
		startsAt: time('00:00').add({ minutes: 15 * (from + more) }),
		endsAt: time('00:00').add({ minutes: 15 * Math.min(95, from + more + length) })
	}));

const motive: fc.Arbitrary<Motive> = fc
	.record({
		durationMinutes: fc.constantFrom(15, 20, 45, 60),
		stepMinutes: fc.constantFrom(10, 15, 30),
		bufferBeforeMinutes: fc.constantFrom(0, 5),
		bufferAfterMinutes: fc.constantFrom(0, 15, 0, 90),
		minimumNoticeMinutes: fc.constantFrom(0, 60, 1440),
		horizonDays: fc.constantFrom(5, 60, 60),
		maxPerDayAndDesk: fc.constantFrom(null, null, 1, 3)
	})
	.map((changes) => ({ ...interview, ...changes }));

const dayFrom = (first: Temporal.PlainDate) => fc.nat(13).map((days) => first.add({ days }));

function opening(first: Temporal.PlainDate): fc.Arbitrary<Opening> {
	return fc
		.record({
			counterId: counter,
			bothDesks: fc.boolean(),
			motiveCodes: fc.constantFrom(
				['interview'],
				['interview', 'papers'],
				['interview'],
				['papers']
			),
			kind: fc.constantFrom(
				'weekly' as const,
				'weekly' as const,
				'once' as const,
				'override' as const
			),
			weekday: fc.constantFrom(1 as const, 2 as const, 7 as const),
			day: dayFrom(first),
			everyWeeks: fc.constantFrom(1, 1, 1, 2, 3),
			hours: hoursOfDay,
			validFrom: fc.option(fc.nat(30).map((days) => first.subtract({ days: days - 5 }))),
			validUntil: fc.option(dayFrom(first), { freq: 2 }),
			audience: fc.constantFrom('public' as const, 'public' as const, 'staff' as const)
		})
		.map(({ bothDesks, hours, ...rest }) => ({
			...rest,
			...hours,
			id: 'random',
			deskIds: bothDesks ? DESKS[rest.counterId] : DESKS[rest.counterId].slice(0, 1)
		}));
}

function busy(first: Temporal.PlainDate): fc.Arbitrary<BusyRange> {
	return fc
		.record({
			deskId: fc.constantFrom('d1', 'd2', 'e1'),
			minutes: fc.nat(13 * 24 * 60),
			length: fc.integer({ min: 5, max: 120 }),
			motiveCode: fc.constantFrom('interview', 'papers')
		})
		.map(({ minutes, length, ...rest }) => {
			const from = first.toZonedDateTime('Europe/Paris').add({ minutes });
			return {
				...rest,
				counterId: rest.deskId === 'e1' ? 'c2' : 'c1',
				from: from.toInstant(),
				until: from.add({ minutes: length }).toInstant(),
				day: from.toPlainDate()
			};
		});
}

function closure(first: Temporal.PlainDate): fc.Arbitrary<Closure> {
	return fc
		.tuple(counter, dayFrom(first), fc.nat(3))
		.map(([counterId, fromDay, days]) => ({ counterId, fromDay, untilDay: fromDay.add({ days }) }));
}

function absence(first: Temporal.PlainDate): fc.Arbitrary<DeskAbsence> {
	return fc.record({
		deskId: fc.constantFrom('d1', 'd2', 'e1'),
		kind: fc.constantFrom('once' as const, 'weekly' as const),
		fromDay: dayFrom(first),
		untilDay: fc.constant(null),
		weekday: fc.constantFrom(1 as const, 2 as const, 7 as const),
		everyWeeks: fc.constantFrom(1, 2),
		startsAt: fc.option(quarter),
		endsAt: fc.option(quarter)
	});
}

/** A search over a whole fortnight, asked up to three days before it or within it. */
export const anySearch: fc.Arbitrary<SlotSearch> = fc
	.constantFrom(...FORTNIGHTS)
	.map((text) => Temporal.PlainDate.from(text))
	.chain((from) =>
		fc.record({
			openings: fc.array(opening(from), { minLength: 2, maxLength: 10 }),
			closures: fc.array(closure(from), { maxLength: 1 }),
			absences: fc.array(absence(from), { maxLength: 2 }),
			busy: fc.array(busy(from), { maxLength: 30 }),
			motive,
			counterIds: fc.constantFrom(['c1', 'c2'], ['c2', 'c1']),
			from: fc.constant(from),
			until: fc.constant(from.add({ days: 13 })),
			now: fc
				.integer({ min: -3 * 86_400, max: 5 * 86_400 })
				.map((seconds) => from.toZonedDateTime('Europe/Paris').add({ seconds }).toInstant()),
			audience: fc.constantFrom('public' as const, 'staff' as const)
		})
	);
