import { and, eq, inArray, ne, or, sql, type AnyColumn, type SQL } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { requireApplication, visibleApplications } from '../applications/access.ts';
import { visibleAppointments } from '../appointments/access.ts';
import { application, person } from '../db/schema/applications.ts';
import { appointment } from '../db/schema/appointments.ts';
import { visitorContact } from '../db/schema/booking.ts';
import { counter } from '../db/schema/counters.ts';
import type { Tx } from '../db/unit-of-work.ts';

/** Who is looked for a second time. */
export type Identity = {
	lastName: string | null;
	birthName?: string | null;
	firstName: string | null;
	birthDate: Temporal.PlainDate | null;
	phone?: string | null;
	email?: string | null;
};

export type PossibleDuplicate =
	| { kind: 'request'; applicationId: string; uniqueNumber: string; name: string }
	| {
			kind: 'visitor';
			appointmentId: string;
			startsAt: Temporal.Instant;
			counter: string;
			name: string;
	  };

/** Enough to see that something is wrong; more is no help. */
const MOST = 10;

/**
 * Other requests and visits that may be the same person as an adult of this request. Only told, never merged: two
 * people do share a name and a birth date, and merging costs one of them their seniority (CCH R441-2-7).
 * What lies outside the agent's territory is not told.
 * @throws NotFound for a request that is not the actor's to see, and for whoever is no agent
 */
export async function possibleDuplicates(
	tx: Tx,
	actor: Actor,
	applicationId: string
): Promise<PossibleDuplicate[]> {
	const [, adults] = await Promise.all([
		requireApplication(tx, actor.kind === 'agent' ? actor : { kind: 'visitor' }, applicationId),
		tx
			.select()
			.from(person)
			.where(and(eq(person.applicationId, applicationId), ADULT))
	]);
	const of = await Promise.all(
		adults.map((adult) => duplicatesOf(tx, actor, adult, applicationId))
	);
	const found = new Map<string, PossibleDuplicate>();
	for (const each of of.flat())
		found.set(each.kind === 'request' ? each.applicationId : each.appointmentId, each);
	return [...found.values()];
}

/**
 * Requests and visits, among those the actor may see, of somebody with this identity: born on the same day with the
 * same names, in either order and under either name, without regard for accents, case, spaces and hyphens; or the same
 * telephone or e-mail with the same birth date or the same names. A telephone alone says nothing: families share one.
 */
export async function duplicatesOf(
	tx: Tx,
	actor: Actor,
	who: Identity,
	exceptApplicationId: string | null = null
): Promise<PossibleDuplicate[]> {
	const sameRequests = tx
		.selectDistinct({
			applicationId: application.id,
			uniqueNumber: application.uniqueNumber,
			lastName: person.lastName,
			firstName: person.firstName
		})
		.from(person)
		.innerJoin(application, eq(application.id, person.applicationId))
		.where(
			and(
				ADULT,
				isSame(who, person, [person.lastName, person.birthName]),
				exceptApplicationId ? ne(application.id, exceptApplicationId) : undefined,
				visibleApplications(actor)
			)
		)
		.limit(MOST);
	const sameVisits = tx
		.select({
			appointmentId: appointment.id,
			startsAt: appointment.startsAt,
			counter: counter.name,
			lastName: visitorContact.lastName,
			firstName: visitorContact.firstName
		})
		.from(visitorContact)
		.innerJoin(appointment, eq(appointment.id, visitorContact.appointmentId))
		.innerJoin(counter, eq(counter.id, appointment.counterId))
		.where(
			and(isSame(who, visitorContact, [visitorContact.lastName]), CAME, visibleAppointments(actor))
		)
		.limit(MOST);
	const [requests, visits] = await Promise.all([sameRequests, sameVisits]);
	return [
		...requests.map((row) => ({ kind: 'request' as const, ...named(row) })),
		...visits.map((row) => ({ kind: 'visitor' as const, ...named(row) }))
	];
}

const ADULT = inArray(person.role, ['applicant', 'coapplicant']);
const CAME = sql`${appointment.state} not in ('held', 'expired', 'moved')`;

type Columns = Record<'firstName' | 'birthDate' | 'phone' | 'email', AnyColumn>;

function isSame(who: Identity, at: Columns, lastNames: readonly AnyColumn[]): SQL {
	const sameBirth = who.birthDate ? eq(at.birthDate, who.birthDate) : sql`false`;
	const sameNames = namesMatch(who, at.firstName, lastNames);
	const contact = or(
		who.phone ? sql`${digits(at.phone)} = ${digits(sql`${who.phone}::text`)}` : undefined,
		who.email ? sql`lower(${at.email}) = lower(${who.email})` : undefined
	);
	// The birth date first: it is cheap and leaves next to nothing to compare.
	const byContact = contact ? and(contact, or(sameBirth, sameNames)) : undefined;
	return or(and(sameBirth, sameNames), byContact)!;
}

function namesMatch(who: Identity, firstName: AnyColumn, lastNames: readonly AnyColumn[]): SQL {
	const mine = [who.lastName, who.birthName].filter((name): name is string => Boolean(name));
	if (mine.length === 0 || !who.firstName) return sql`false`;
	const first = plain(sql`${who.firstName}::text`);
	const pairs = mine.flatMap((name) => {
		const last = plain(sql`${name}::text`);
		return lastNames.flatMap((column) => [
			sql`(${plain(column)} = ${last} and ${plain(firstName)} = ${first})`,
			sql`(${plain(column)} = ${first} and ${plain(firstName)} = ${last})`
		]);
	});
	return or(...pairs)!;
}

/** A name as it sounds: without accents, case, spaces, hyphens and apostrophes. */
function plain(text: SQL | AnyColumn): SQL {
	return sql`regexp_replace(lower(unaccent(${text})), '[ .''’-]', '', 'g')`;
}

/** A French number however it is written: its last nine figures. */
function digits(text: SQL | AnyColumn): SQL {
	return sql`right(regexp_replace(${text}, '[^0-9]', '', 'g'), 9)`;
}

function named<Row extends { lastName: string | null; firstName: string | null }>(row: Row) {
	const { lastName, firstName, ...rest } = row;
	return {
		...rest,
		name: [lastName?.toLocaleUpperCase('fr'), firstName].filter(Boolean).join(' ')
	};
}
