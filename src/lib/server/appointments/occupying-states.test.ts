import { PgDialect } from 'drizzle-orm/pg-core';
import { expect, test } from 'vitest';
import { OCCUPYING_STATES } from '../../domain/appointments/states.ts';
import { takesDesk } from './occupying-states.ts';

test('the condition names the states that take a desk, and needs no values', () => {
	const { sql, params } = new PgDialect().sqlToQuery(takesDesk);
	expect([...sql.matchAll(/'(\w+)'/g)].map(([, state]) => state)).toEqual([...OCCUPYING_STATES]);
	expect(params).toEqual([]);
});
