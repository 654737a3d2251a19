import { getTableColumns } from 'drizzle-orm';
import { appointment } from '../db/schema/appointments.ts';
import { ask, askLast } from '../db/transaction.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { asJson, MESSAGE_COLUMNS, type MessageRow } from '../notifications/message-rows.ts';
import type { PlaceRow } from './place-row.ts';

export type WrittenPlace = {
	row: PlaceRow;
	/** For the line of its history. */
	reason: string | null;
	/** What the person is told, written with it or not at all. */
	messages: readonly MessageRow[];
	/** By which openings it was judged. */
	version: string;
};

/**
 * Writes an appointment, the line of its history and what the person is told, in one statement, unless the desk is
 * taken or the openings changed since they were read: then nothing.
 * @returns whether it was written
 */
export async function writePlace(tx: Tx, place: WrittenPlace): Promise<boolean> {
	const written = await ask(tx, WRITE, valuesOf(place));
	return written.length > 0;
}

/** The same as the last statement of the unit of work: unless all of it can be written, the work is done anew. */
export function writePlaceLast(tx: Tx, place: WrittenPlace): void {
	askLast(tx, WRITE_OR_REFUSE, valuesOf(place));
}

type Columns = typeof appointment._.columns;
const COLUMNS = Object.entries(getTableColumns(appointment)) as [
	keyof Columns,
	Columns[keyof Columns]
][];

function valuesOf({ row, reason, messages, version }: WrittenPlace): unknown[] {
	const values = COLUMNS.map(([key, column]) =>
		row[key] === null ? null : column.mapToDriverValue(row[key])
	);
	return [...values, version, reason, asJson(messages)];
}

const next = COLUMNS.length + 1;

/** @param lines for which appointments a line of history is written */
const writing = (lines: string) => `
with taken as (
	insert into appointment (${COLUMNS.map(([, { name }]) => name).join(', ')})
	select ${COLUMNS.map(([, column], index) => `$${index + 1}::${column.getSQLType()}`).join(', ')}
	where exists (select from agenda_version where version = $${next}::uuid)
	on conflict do nothing
	returning id, state, created_at, created_by
), history as (
	insert into appointment_event (appointment_id, to_state, at, actor, reason)
	select id, state, created_at, created_by, $${next + 1}::text from ${lines}
), told as (
	insert into message (${MESSAGE_COLUMNS.join(', ')})
	select ${MESSAGE_COLUMNS.map((name) => `given.${name}`).join(', ')}
	from taken, jsonb_populate_recordset(null::message, $${next + 2}::jsonb) given
)
select from taken`;

// A plain insert under contention deadlocks (docs/decisions/006): a conflict is "no row", here as elsewhere.
const WRITE = writing('taken');

// A line of history in any case: without its appointment it lacks what it may not lack, and nothing is written.
const WRITE_OR_REFUSE = writing('(select) once left join taken on true');
