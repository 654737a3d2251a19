import { expect, test } from 'vitest';
import { oneStatement } from './one-statement.ts';

const listOf = (first: number) =>
	`/*list*/in (select id from a where x in ($${first}) union all select id from b where y = $${first + 1})/*end*/`;
const papers = (...values: unknown[]) => ({
	text: `select count(*) from paper where state = $1 and request ${listOf(2)} and kind <> $4`,
	values,
	width: 1
});
const messages = (...values: unknown[]) => ({
	text: `select count(*) from message where request ${listOf(1)}`,
	values,
	width: 1
});

test('each question is a column, its places are numbered on, its values follow', () => {
	const { text, values } = oneStatement([
		{ text: 'select a, b from t where a = $1 or b = $1 limit $2', values: ['x', 3], width: 2 },
		{ text: 'select count(*) as count from u where c = $1;', values: ['y'], width: 1 }
	]);
	expect(text)
		.toBe(`select (select coalesce(json_agg(json_build_array(c0, c1)), '[]') from (select a, b from t where a = $1 or b = $1 limit $2) q(c0, c1)),
(select json_agg(q) from (select count(*) as count from u where c = $3) q)`);
	expect(values).toEqual(['x', 3, 'y']);
});

test('a list that two questions name with the same values is made once', () => {
	const { text, values } = oneStatement([
		papers('received', 'antibes', 7, 'photo'),
		messages('antibes', 7)
	]);
	expect(text.match(/union all/g)).toHaveLength(1);
	expect(text).toMatch(
		/^with list0 as materialized \(select array\(select distinct each\.id from \(select id from a where x in \(\$1\) union all select id from b where y = \$2\) each\(id\)\) ids\)\nselect /
	);
	expect(text).toContain(
		`where state = $3 and request = any((select ids from list0)::uuid[]) and kind <> $4`
	);
	expect(text).toContain('from message where request = any((select ids from list0)::uuid[])');
	expect(values).toEqual(['antibes', 7, 'received', 'photo']);
});

test('lists with other values stay where they are', () => {
	const asked = [papers('received', 'antibes', 7, 'photo'), messages('vence', 7)];
	const { text, values } = oneStatement(asked);
	expect(text).not.toContain('list0');
	expect(text.match(/union all/g)).toHaveLength(2);
	expect(values).toEqual(['received', 'antibes', 7, 'photo', 'vence', 7]);
	// The same texts as in the test before: what was written for them then is not what is asked now.
	expect(oneStatement([papers('received', 'vence', 7, 'photo'), asked[1]!]).text).toContain(
		'list0'
	);
	expect(oneStatement(asked).values).toEqual(values);
});
