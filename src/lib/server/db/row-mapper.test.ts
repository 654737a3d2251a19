import { count, eq, sql } from 'drizzle-orm';
import { alias, QueryBuilder, type SelectedFieldsOrdered } from 'drizzle-orm/pg-core';
import * as utils from 'drizzle-orm/utils';
import { expect, test } from 'vitest';
import { rowMapper, type Joins } from './row-mapper.ts';
import { commune, counter } from './schema/counters.ts';

// Drizzle keeps both to itself: the mapper must read what they read.
const { mapResultRow, orderSelectedFields } = utils as unknown as {
	mapResultRow(fields: SelectedFieldsOrdered, row: unknown[], joins: Joins): unknown;
	orderSelectedFields(fields: object): SelectedFieldsOrdered;
};
type Select = { config: { fields: object }; joinsNotNullableMap: Joins };

const from = new QueryBuilder();
const other = alias(commune, 'other');

const QUESTIONS = {
	'columns, a count and an expression': from
		.select({
			slug: counter.slug,
			many: count(),
			said: sql<string>`upper(${counter.name})`.mapWith((name: string) => `${name}!`),
			named: sql<number>`1`.as('one')
		})
		.from(counter),
	'a table whole': from.select().from(counter),
	'objects of tables that may have no row': from
		.select({ counter, commune, other: { name: other.name, insee: other.insee }, at: counter.name })
		.from(counter)
		.leftJoin(commune, eq(commune.insee, counter.communeInsee))
		.leftJoin(other, eq(other.insee, counter.communeInsee)),
	'an object of two tables': from
		.select({ place: { town: commune.name, counter: counter.name } })
		.from(counter)
		.leftJoin(commune, eq(commune.insee, counter.communeInsee)),
	'tables that must both have a row': from
		.select({ counter: { name: counter.name }, commune: { name: commune.name } })
		.from(counter)
		.innerJoin(commune, eq(commune.insee, counter.communeInsee)),
	'a table in which the other may be missing': from
		.select({ counter: { name: counter.name }, commune: { name: commune.name } })
		.from(commune)
		.rightJoin(counter, eq(commune.insee, counter.communeInsee))
};

test.each(Object.entries(QUESTIONS))('%s is read as Drizzle reads it', (_, question) => {
	const { config, joinsNotNullableMap } = question as unknown as Select;
	const fields = orderSelectedFields(config.fields);
	const read = rowMapper(fields, joinsNotNullableMap);
	// Every row in which some of the values are missing; beyond ten columns, of the first ten.
	for (let missing = 0; missing < 2 ** Math.min(fields.length, 10); missing += 1) {
		const row = fields.map((__, at) => ((missing >> at) & 1 ? null : `2026-11-0${(at % 9) + 1}`));
		expect(read(row)).toEqual(mapResultRow(fields, row, joinsNotNullableMap));
	}
});
