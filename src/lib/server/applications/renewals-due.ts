import { and, asc, between, count, eq, notInArray, type SQL } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import type { RequestState } from '../../domain/applications/event-kinds.ts';
import { LEGAL_NOTICE_DAYS } from '../../domain/applications/validity.ts';
import { today } from '../clock.ts';
import type { Given } from '../db/built.ts';
import { application, person } from '../db/schema/applications.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { builtForActor, countedForActor } from './access.ts';

/** Live requests of the territory that end within the time of the legal notice (R441-2-7), the last day included. */
function isDue(visible: SQL, { from, until }: Given<'from' | 'until'>) {
	return and(
		visible,
		notInArray(application.state, ['filed', 'struck_off'] satisfies RequestState[]),
		between(application.validUntil, from, until)
	);
}

function comingDays() {
	const from = today();
	return { from, until: from.add({ days: LEGAL_NOTICE_DAYS }) };
}

/** How many requests this agent may see end within 30 days. */
export async function countRenewalsDue(tx: Tx, actor: Actor): Promise<number> {
	const [row] = await due(tx, actor, comingDays());
	return row?.requests ?? 0;
}

const due = countedForActor((tx, visible, days: Given<'from' | 'until'>) =>
	tx
		.select({ requests: count() })
		.from(application)
		.where(isDue(visible(application.id), days))
);

/**
 * The same requests, the most pressing first.
 * @param page from 0
 */
export async function listRenewalsDue(tx: Tx, actor: Actor, page: number, pageSize = 25) {
	const of = { limit: pageSize + 1, offset: page * pageSize };
	const rows = await listed(tx, actor, { ...comingDays(), ...of });
	return {
		applications: rows.slice(0, pageSize),
		more: rows.length > pageSize
	};
}

const listed = builtForActor((tx, visible, given: Given<'from' | 'until' | 'limit' | 'offset'>) =>
	tx
		.select({
			id: application.id,
			uniqueNumber: application.uniqueNumber,
			state: application.state,
			filedOn: application.filedOn,
			validUntil: application.validUntil,
			lastName: person.lastName,
			firstName: person.firstName
		})
		.from(application)
		.innerJoin(person, and(eq(person.applicationId, application.id), eq(person.role, 'applicant')))
		.where(isDue(visible, given))
		.orderBy(asc(application.validUntil), asc(application.id))
		.limit(given.limit)
		.offset(given.offset)
);
