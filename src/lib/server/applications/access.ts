import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { NotFound } from '../../domain/errors.ts';
import type { HelperRight } from '../../domain/helpers/rights.ts';
import { application, person, wantedCommune } from '../db/schema/applications.ts';
import { appointment } from '../db/schema/appointments.ts';
import { timeRequest } from '../db/schema/booking.ts';
import { counter } from '../db/schema/counters.ts';
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
	switch (actor.kind) {
		case 'applicant':
			return eq(application.id, actor.applicationId);
		case 'helper':
			return right ? helpedApplication(actor, right, application.id) : sql`false`;
		case 'agent':
			return actor.role === 'head' ? sql`true` : onTerritory(actor.counterIds);
		case 'system':
			return sql`true`;
		case 'visitor':
			return sql`false`;
	}
}

function onTerritory(counterIds: readonly string[]): SQL {
	if (counterIds.length === 0) return sql`false`;
	const ids = [...counterIds];
	const communes = sql`(select ${counter.communeInsee} from ${counter} where ${inArray(counter.id, ids)})`;
	// The second part: whoever waits for this counter to find them a time.
	// One list of requests rather than four conditions: each part is read through an index (docs/performance.md).
	return sql`${application.id} in (
		select ${appointment.applicationId} from ${appointment} where ${inArray(appointment.counterId, ids)}
		union all
		select ${timeRequest.applicationId} from ${timeRequest} where ${timeRequest.state} = 'waiting' and ${inArray(timeRequest.counterId, ids)}
		union all
		select ${wantedCommune.applicationId} from ${wantedCommune} where ${wantedCommune.insee} in ${communes}
		union all
		select ${person.applicationId} from ${person} where ${person.addressCommune} in ${communes})`;
}

/** @returns whether the actor may see this request; an unknown one is simply not seen */
export async function canSeeApplication(
	tx: Tx,
	actor: Actor,
	applicationId: string,
	right?: HelperRight
): Promise<boolean> {
	const found = await tx
		.select({ id: application.id })
		.from(application)
		.where(and(eq(application.id, applicationId), visibleApplications(actor, right)))
		.limit(1);
	return found.length === 1;
}

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
