import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	integer,
	pgEnum,
	pgTable,
	primaryKey,
	smallint,
	text
} from 'drizzle-orm/pg-core';
import { NATURES, PROGRAMMES } from '../../../domain/ceilings/tables.ts';
import { instant } from './columns.ts';

export const housingProgramme = pgEnum('housing_programme', PROGRAMMES);
export const figureNature = pgEnum('figure_nature', NATURES);

/** Income ceilings of a year outside Île-de-France: six categories, then what each further person adds. */
export const ceilingTable = pgTable(
	'ceiling_table',
	{
		programme: housingProgramme('programme').notNull(),
		year: smallint('year').notNull(),
		amounts: integer('amounts').array().notNull(),
		nature: figureNature('nature').notNull(),
		source: text('source').notNull(),
		confirmed: boolean('confirmed').notNull().default(false),
		updatedAt: instant('updated_at').notNull()
	},
	(t) => [
		primaryKey({ columns: [t.programme, t.year] }),
		check(
			'ceiling_table_amounts',
			sql`cardinality(amounts) = 7 and array_position(amounts, null) is null and 0 < all(amounts)`
		),
		check('ceiling_table_year', sql`year between 2020 and 2100`),
		check('ceiling_table_confirmed', sql`not (confirmed and nature = 'extrapolated')`)
	]
);
