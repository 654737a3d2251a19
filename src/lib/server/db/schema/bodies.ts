import { sql } from 'drizzle-orm';
import { boolean, char, check, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { id, instant } from './columns.ts';

/** Who registers requests, by its code in SNE: name and address stand on the attestation (R441-2-4 b). */
export const registeringBody = pgTable(
	'registering_body',
	{
		code: char('code', { length: 5 }).primaryKey(),
		name: text('name').notNull(),
		address: text('address'),
		confirmed: boolean('confirmed').notNull().default(false),
		updatedAt: instant('updated_at').notNull()
	},
	() => [check('registering_body_code', sql`code ~ '^[0-9A-Z]{5}$'`)]
);

/** Who owns social housing here (R441-2-4 e). No commune means that nobody has told which. */
export const landlord = pgTable(
	'landlord',
	{
		id: id(),
		name: text('name').notNull(),
		/** INSEE codes of the communes where it owns homes. */
		communes: text('communes')
			.array()
			.notNull()
			.default(sql`'{}'`),
		source: text('source'),
		confirmed: boolean('confirmed').notNull().default(false),
		active: boolean('active').notNull().default(true),
		updatedAt: instant('updated_at').notNull()
	},
	(t) => [unique('landlord_name').on(t.name)]
);
