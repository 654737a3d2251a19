import { and, asc, eq, isNull } from 'drizzle-orm';
import { now } from '../../../src/lib/server/clock.ts';
import { counterHours, counterWeek } from '../../../src/lib/server/db/schema/counter-hours.ts';
import {
	counter,
	counterFact,
	desk,
	motive,
	opening,
	openingDesk,
	openingMotive
} from '../../../src/lib/server/db/schema/counters.ts';
import type { Tx } from '../../../src/lib/server/db/unit-of-work.ts';

/**
 * FICTIONAL hours, for the demo alone: the real ones are published nowhere. Every counter receives from Monday to
 * Friday in the morning; the larger ones also on three afternoons. In production staff enter the openings.
 */
const morning = { from: '09:00', until: '12:00', weekdays: [1, 2, 3, 4, 5] } as const;
const afternoon = { from: '13:30', until: '16:30', weekdays: [1, 2, 4] } as const;
const alsoAfternoons = new Set([
	'antibes',
	'vallauris',
	'villeneuve-loubet',
	'valbonne',
	'biot',
	'antenne-1',
	'antenne-2'
]);

const said = {
	morning: 'Horaires inventés pour la démonstration : du lundi au vendredi, de 9 h à 12 h',
	afternoon: 'Lundi, mardi et jeudi, aussi de 13 h 30 à 16 h 30'
};

/**
 * Gives weekly example openings, for all desks and motives, to every counter that has no opening yet, and says under
 * its hours that they are invented. Needs the reference data.
 */
export async function seedDemoOpenings(tx: Tx): Promise<void> {
	const bare = await tx
		.select({ id: counter.id, slug: counter.slug })
		.from(counter)
		.leftJoin(opening, eq(opening.counterId, counter.id))
		.where(isNull(opening.id))
		.orderBy(asc(counter.slug));
	const motives = await tx.select({ code: motive.code }).from(motive);
	for (const { id, slug } of bare) {
		const long = alsoAfternoons.has(slug);
		await openWeekly(tx, id, long ? [morning, afternoon] : [morning], motives);
		await receiveAt(tx, id, long ? [morning, afternoon] : [morning]);
		await sayHours(tx, id, long ? `${said.morning}\n${said.afternoon}` : said.morning);
	}
}

type Hours = { from: string; until: string; weekdays: readonly number[] };

async function openWeekly(
	tx: Tx,
	counterId: string,
	blocks: readonly Hours[],
	motives: readonly { code: string }[]
) {
	const desks = await tx
		.select({ id: desk.id })
		.from(desk)
		.where(and(eq(desk.counterId, counterId), eq(desk.active, true)));
	if (desks.length === 0) return;
	const rows = blocks.flatMap(({ from, until, weekdays }) =>
		weekdays.map((weekday) => ({
			counterId,
			kind: 'weekly' as const,
			weekday,
			startsAt: Temporal.PlainTime.from(from),
			endsAt: Temporal.PlainTime.from(until)
		}))
	);
	const added = await tx.insert(opening).values(rows).returning({ id: opening.id });
	const openings = added.map(({ id }) => id);
	await tx
		.insert(openingDesk)
		.values(
			openings.flatMap((openingId) => desks.map(({ id: deskId }) => ({ openingId, deskId })))
		);
	await tx
		.insert(openingMotive)
		.values(
			openings.flatMap((openingId) => motives.map(({ code }) => ({ openingId, motiveCode: code })))
		);
}

/** The same hours for who comes without an appointment: shown as "to be confirmed". */
async function receiveAt(tx: Tx, counterId: string, blocks: readonly Hours[]): Promise<void> {
	await tx
		.insert(counterWeek)
		.values({ counterId, confirmed: false, updatedAt: now() })
		.onConflictDoNothing();
	const hours = blocks.flatMap(({ from, until, weekdays }) =>
		weekdays.map((weekday) => ({
			...{ counterId, weekday },
			opensAt: Temporal.PlainTime.from(from),
			closesAt: Temporal.PlainTime.from(until)
		}))
	);
	await tx.insert(counterHours).values(hours).onConflictDoNothing();
}

async function sayHours(tx: Tx, counterId: string, value: string): Promise<void> {
	const hours = and(eq(counterFact.counterId, counterId), eq(counterFact.kind, 'hours'));
	await tx
		.update(counterFact)
		.set({ value })
		.where(and(hours, isNull(counterFact.value)));
}
