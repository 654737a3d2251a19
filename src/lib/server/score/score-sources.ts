import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { EventKind } from '../../domain/applications/event-kinds.ts';
import { standingEvents } from '../../domain/applications/standing-events.ts';
import {
	applicationEvent,
	currentHousing,
	person,
	requestMotive,
	resource
} from '../db/schema/applications.ts';
import { recognition } from '../db/schema/score.ts';
import type { Tx } from '../db/unit-of-work.ts';

/* What the facts of a score are made of, of many requests at once: one question a table, whatever their number. */

export function peopleRows(tx: Tx, ids: string[]) {
	return tx
		.select({
			of: person.applicationId,
			role: person.role,
			birthDate: person.birthDate,
			expectedCount: person.expectedCount,
			contract: person.contract,
			lives: person.addressCommune,
			works: person.workCommune
		})
		.from(person)
		.where(inArray(person.applicationId, ids));
}

export function motiveRows(tx: Tx, ids: string[]) {
	return tx
		.select({ of: requestMotive.applicationId, code: requestMotive.code })
		.from(requestMotive)
		.where(inArray(requestMotive.applicationId, ids));
}

export function homeRows(tx: Tx, ids: string[]) {
	return tx
		.select({
			of: currentHousing.applicationId,
			model: currentHousing.model,
			rentCents: currentHousing.rentCents
		})
		.from(currentHousing)
		.where(inArray(currentHousing.applicationId, ids));
}

export function resourceRows(tx: Tx, ids: string[]) {
	return tx
		.select({
			of: person.applicationId,
			direction: resource.direction,
			monthlyCents: resource.monthlyCents
		})
		.from(resource)
		.innerJoin(person, eq(person.id, resource.personId))
		.where(inArray(person.applicationId, ids));
}

export function recognitionRows(tx: Tx, ids: string[]) {
	return tx
		.select({ of: recognition.applicationId, kind: recognition.kind })
		.from(recognition)
		.where(and(inArray(recognition.applicationId, ids), isNull(recognition.endedOn)));
}

/** Events a score looks at, and the corrections that may take them away. */
const SCORED_EVENTS: readonly EventKind[] = [
	'dalo_recognised',
	'dalo_transferred',
	'dalo_ended',
	'offer_refused',
	'offer_unanswered',
	'entered_in_error'
];

/** Those that stand, in the order in which they happened. */
export async function eventRows(tx: Tx, ids: string[]) {
	const { id, kind, occurredOn, detail, recordedBy } = applicationEvent;
	const rows = await tx
		.select({ of: applicationEvent.applicationId, id, kind, occurredOn, detail, recordedBy })
		.from(applicationEvent)
		.where(and(inArray(applicationEvent.applicationId, ids), inArray(kind, [...SCORED_EVENTS])))
		.orderBy(asc(occurredOn), asc(id));
	return standingEvents(rows);
}
