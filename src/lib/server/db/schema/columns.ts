import { sql } from 'drizzle-orm';
import { customType, uuid } from 'drizzle-orm/pg-core';

/** An instant: `timestamptz` in the database, `Temporal.Instant` in the code, never a `Date`. */
export const instant = customType<{ data: Temporal.Instant; driverData: string }>({
	dataType: () => 'timestamp with time zone',
	fromDriver: (text) => Temporal.Instant.from(text),
	toDriver: (value) => value.toString()
});

/** A calendar day without hour or zone: `date` in the database, `Temporal.PlainDate` in the code. */
export const plainDate = customType<{ data: Temporal.PlainDate; driverData: string }>({
	dataType: () => 'date',
	fromDriver: (text) => Temporal.PlainDate.from(text),
	toDriver: (value) => value.toString()
});

/** An hour on the wall of the counter (Europe/Paris): `time` in the database, `Temporal.PlainTime` in the code. */
export const plainTime = customType<{ data: Temporal.PlainTime; driverData: string }>({
	dataType: () => 'time',
	fromDriver: (text) => Temporal.PlainTime.from(text),
	toDriver: (value) => value.toString({ smallestUnit: 'minute' })
});

/** Raw bytes: as such from the driver, as `\\x…` from a list of JSON rows (db/gathering.ts). */
export const bytes = customType<{ data: Uint8Array; driverData: Buffer | string }>({
	dataType: () => 'bytea',
	fromDriver: (given) =>
		new Uint8Array(typeof given === 'string' ? Buffer.from(given.slice(2), 'hex') : given),
	toDriver: (value) => Buffer.from(value)
});

/** Primary keys: time-ordered (PostgreSQL 18), so that they index well and cannot be guessed from one another. */
export const id = () =>
	uuid('id')
		.primaryKey()
		.default(sql`uuidv7()`);

/** Texts that staff edit, one for each language: `{"fr": "…", "en": "…"}`. French is always there. */
export type Localised = { fr: string } & Partial<Record<string, string>>;
