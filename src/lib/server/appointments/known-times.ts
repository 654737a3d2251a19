import { and, eq, sql } from 'drizzle-orm';
import type { Closure, DeskAbsence, Opening, Weekday } from '../../domain/appointments/types.ts';
import { built } from '../db/built.ts';
import {
	agendaVersion,
	closure,
	counter,
	desk,
	deskAbsence,
	motive,
	opening,
	openingDesk,
	openingMotive
} from '../db/schema/counters.ts';
import type { Tx } from '../db/unit-of-work.ts';

export type MotiveRow = typeof motive.$inferSelect;
export type CounterRow = Pick<typeof counter.$inferSelect, 'id' | 'slug' | 'name' | 'communeInsee'>;
export type AbsenceRow = DeskAbsence & { readonly id: string; readonly counterId: string };

/** When counters receive, and for what: public facts, the same for whoever asks. */
export type KnownTimes = {
	/** Of exactly this state; every change gives another (migration 0009). */
	readonly version: string;
	/** By code, those that are used. */
	readonly motives: ReadonlyMap<string, MotiveRow>;
	/** Those that receive, in the order of their names. */
	readonly counters: readonly CounterRow[];
	readonly openings: readonly Opening[];
	readonly closures: readonly Closure[];
	readonly absences: readonly AbsenceRow[];
};

let remembered: KnownTimes | null = null;

/**
 * When counters receive. Kept in memory, for it changes a few times a week and is asked at every page: the database
 * says which version stands, and all is read again when it is another. Whoever books says which version they judged
 * by, and books nothing when it is no longer the one (take-place.ts).
 * @param version the one that stands, when it was asked already
 */
export async function knownTimes(tx: Tx, version?: string): Promise<KnownTimes> {
	const standing = version ?? (await standingVersion(tx));
	if (remembered?.version !== standing) remembered = await load(tx, standing);
	return remembered;
}

/**
 * What `ask` finds out by them, asked in the same breath as whether they still stand; asked again when they do not.
 * @param ask only reads; it may throw what it does not find in them
 */
export async function byKnownTimes<T>(tx: Tx, ask: (known: KnownTimes) => Promise<T>): Promise<T> {
	const guess = remembered;
	const [version, answer] = await Promise.allSettled([
		standingVersion(tx),
		guess ? ask(guess) : undefined
	]);
	if (version.status === 'rejected') throw version.reason;
	if (guess?.version !== version.value) return ask(await knownTimes(tx, version.value));
	if (answer.status === 'rejected') throw answer.reason;
	return answer.value as T;
}

async function standingVersion(tx: Tx): Promise<string> {
	const [row] = await versionThatStands(tx);
	return row!.version;
}

const versionThatStands = built((tx) =>
	tx.select({ version: agendaVersion.version }).from(agendaVersion)
);

/** What changed since the version was read is in it all the same: the next to ask reads it once more. */
async function load(tx: Tx, version: string): Promise<KnownTimes> {
	const [motives, counters, openings, closures, absences] = await Promise.all([
		tx.select().from(motive).where(eq(motive.active, true)),
		countersThatReceive(tx),
		allOpenings(tx),
		tx
			.select({
				counterId: closure.counterId,
				fromDay: closure.fromDay,
				untilDay: closure.untilDay
			})
			.from(closure),
		allAbsences(tx)
	]);
	const byCode = new Map(motives.map((each) => [each.code, each]));
	return { version, motives: byCode, counters, openings, closures, absences };
}

function countersThatReceive(tx: Tx): Promise<CounterRow[]> {
	return tx
		.select({
			id: counter.id,
			slug: counter.slug,
			name: counter.name,
			communeInsee: counter.communeInsee
		})
		.from(counter)
		.where(eq(counter.active, true))
		.orderBy(counter.name);
}

async function allOpenings(tx: Tx): Promise<Opening[]> {
	const desks = desksOf(tx);
	const motives = motivesOf(tx);
	const rows = await tx
		.select({
			id: opening.id,
			counterId: opening.counterId,
			deskIds: desks.deskIds,
			motiveCodes: motives.codes,
			kind: opening.kind,
			weekday: opening.weekday,
			day: opening.day,
			everyWeeks: opening.everyWeeks,
			startsAt: opening.startsAt,
			endsAt: opening.endsAt,
			validFrom: opening.validFrom,
			validUntil: opening.validUntil,
			audience: opening.audience
		})
		.from(opening)
		// Without a desk or a motive an override still replaces the hours of its day.
		.leftJoin(desks, eq(desks.openingId, opening.id))
		.leftJoin(motives, eq(motives.openingId, opening.id))
		.orderBy(opening.id);
	return rows.map((row) => ({
		...row,
		deskIds: row.deskIds ?? [],
		motiveCodes: row.motiveCodes ?? [],
		weekday: row.weekday as Weekday | null
	}));
}

/** Joined as whole tables: a subquery for each opening cost twenty times as much. */
function desksOf(tx: Tx) {
	return tx
		.select({
			openingId: openingDesk.openingId,
			deskIds: sql<string[]>`array_agg(${openingDesk.deskId}::text)`.as('desk_ids')
		})
		.from(openingDesk)
		.innerJoin(desk, and(eq(desk.id, openingDesk.deskId), eq(desk.active, true)))
		.groupBy(openingDesk.openingId)
		.as('desks');
}

function motivesOf(tx: Tx) {
	return tx
		.select({
			openingId: openingMotive.openingId,
			codes: sql<string[]>`array_agg(${openingMotive.motiveCode})`.as('codes')
		})
		.from(openingMotive)
		.groupBy(openingMotive.openingId)
		.as('motives');
}

async function allAbsences(tx: Tx): Promise<AbsenceRow[]> {
	const rows = await tx
		.select({ absence: deskAbsence, counterId: desk.counterId })
		.from(deskAbsence)
		.innerJoin(desk, eq(desk.id, deskAbsence.deskId));
	return rows.map(({ absence, counterId }) => ({
		...absence,
		counterId,
		weekday: absence.weekday as Weekday | null
	}));
}
