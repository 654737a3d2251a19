import { and, eq, inArray, sql, type Placeholder, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Actor } from '../../domain/accounts/actor.ts';
import { NotFound } from '../../domain/errors.ts';
import type { HelperRight } from '../../domain/helpers/rights.ts';
import {
	builtForEach,
	builtNow,
	type Answer,
	type Given,
	type Query,
	type Values
} from '../db/built.ts';
import { application, person, wantedCommune } from '../db/schema/applications.ts';
import { appointment } from '../db/schema/appointments.ts';
import { timeRequest } from '../db/schema/booking.ts';
import { counter } from '../db/schema/counters.ts';
import { inSharedList } from '../db/shared-lists.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { helpedApplication } from '../helpers/access.ts';

/**
 * Which requests an actor may see, as a condition on table `application`.
 *
 * An applicant: their own. A helper: the one they act for, where the question names a right and the mandate holds it at
 * this moment; without a right named, none. An agent: requests on the territory of their counters, that is, which ask for
 * the counter's commune, come from it, have an appointment there or ask there for one (R441-2-6: communes and
 * intercommunalities see the requests on their territory). The head of service and the software: all. A visitor: none.
 */
export function visibleApplications(actor: Actor, right?: HelperRight): SQL {
	return visibleBy(actor, right, boundsOf(actor), among)(application.id);
}

type Id = string | Placeholder;
/** Whether a column that names a request names one of these. */
type Condition = (request: AnyPgColumn) => SQL;

/** @param isOneOf how a column is looked up in a list of requests */
function visibleBy(
	actor: Actor,
	right: HelperRight | undefined,
	bounds: readonly Id[],
	isOneOf: (request: AnyPgColumn, list: SQL) => SQL
): Condition {
	return (request) => {
		switch (actor.kind) {
			case 'applicant':
				return inArray(request, [...bounds]);
			case 'helper':
				return right ? helpedApplication(actor, right, request) : sql`false`;
			case 'agent':
				if (actor.role === 'head') return sql`true`;
				return bounds.length === 0 ? sql`false` : isOneOf(request, territoryOf([...bounds]));
			case 'system':
				return sql`true`;
			case 'visitor':
				return sql`false`;
		}
	};
}

const among = (request: AnyPgColumn, list: SQL) => sql`${request} in (${list})`;

/** By which identifiers: an applicant's own request, an agent's counters. */
function boundsOf(actor: Actor): readonly string[] {
	if (actor.kind === 'applicant') return [actor.applicationId];
	return actor.kind === 'agent' && actor.role === 'agent' ? actor.counterIds : [];
}

/**
 * A question about requests that an actor may see (db/built.ts): built once for all applicants, once for all agents of
 * as many counters. A helper's is built anew, for it depends on the moment.
 * @param build gets the condition of {@link visibleApplications}
 */
export function builtForActor<Q extends Query, Name extends string = never>(
	build: (tx: Tx, visible: SQL, given: Given<Name>) => Q
) {
	return builtWith(among, (tx, visible, given: Given<Name>) =>
		build(tx, visible(application.id), given)
	);
}

/**
 * The same for a count of what waits in all the requests that an actor may see, for a page with several such counts:
 * the list of an agent's requests is made once for all that are asked together (db/shared-lists.ts).
 * @param build gets the condition, for a column that names a request
 */
export function countedForActor<Q extends Query, Name extends string = never>(
	build: (tx: Tx, visible: Condition, given: Given<Name>) => Q
) {
	return builtWith(inSharedList, build);
}

function builtWith<Q extends Query, Name extends string>(
	isOneOf: (request: AnyPgColumn, list: SQL) => SQL,
	build: (tx: Tx, visible: Condition, given: Given<Name>) => Q
) {
	const known = new Map<string, ReturnType<typeof builtForEach<Q, Name>>>();
	return (
		tx: Tx,
		actor: Actor,
		values: Values<Name> = {} as Values<Name>,
		right?: HelperRight
	): Answer<Q> => {
		const bounds = boundsOf(actor);
		if (actor.kind === 'helper') {
			const visible = visibleBy(actor, right, bounds, isOneOf);
			return builtNow(tx, (tx, given: Given<Name>) => build(tx, visible, given), values);
		}
		const shape = `${actor.kind} ${'role' in actor ? actor.role : ''}`;
		const asked =
			known.get(shape) ??
			builtForEach((tx, places, given: Given<Name>) =>
				build(tx, visibleBy(actor, right, places, isOneOf), given)
			);
		known.set(shape, asked);
		return asked(tx, bounds, values);
	};
}

/** The requests on the territory of some counters, some of them more than once. */
function territoryOf(counterIds: Id[]): SQL {
	const communes = sql`(select ${counter.communeInsee} from ${counter} where ${inArray(counter.id, counterIds)})`;
	// The second part: whoever waits for this counter to find them a time.
	// One list of requests rather than four conditions: each part is read through an index (docs/performance.md).
	return sql`
		select ${appointment.applicationId} from ${appointment} where ${inArray(appointment.counterId, counterIds)}
		union all
		select ${timeRequest.applicationId} from ${timeRequest} where ${timeRequest.state} = 'waiting' and ${inArray(timeRequest.counterId, counterIds)}
		union all
		select ${wantedCommune.applicationId} from ${wantedCommune} where ${wantedCommune.insee} in ${communes}
		union all
		select ${person.applicationId} from ${person} where ${person.addressCommune} in ${communes}`;
}

/** @returns whether the actor may see this request; an unknown one is simply not seen */
export async function canSeeApplication(
	tx: Tx,
	actor: Actor,
	applicationId: string,
	right?: HelperRight
): Promise<boolean> {
	const found = await seen(tx, actor, { applicationId }, right);
	return found.length === 1;
}

const seen = builtForActor((tx, visible, { applicationId }: Given<'applicationId'>) =>
	tx
		.select({ id: application.id })
		.from(application)
		.where(and(eq(application.id, applicationId), visible))
		.limit(1)
);

/** @throws NotFound for a stranger's request as for an unknown one */
export async function requireApplication(
	tx: Tx,
	actor: Actor,
	applicationId: string,
	right?: HelperRight
): Promise<void> {
	if (!isUuid(applicationId) || !(await canSeeApplication(tx, actor, applicationId, right)))
		throw new NotFound('application');
}

/** An identifier from an address bar is any text; PostgreSQL would answer it with a fault. */
export function isUuid(text: string): boolean {
	return /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text);
}

/**
 * The request of the person signed in.
 * @throws NotFound for anybody who has none (the guard keeps them out before)
 */
export function applicationIdOf(actor: Actor): string {
	if (!('applicationId' in actor)) throw new NotFound('application');
	return actor.applicationId;
}
