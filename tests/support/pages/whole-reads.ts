import type { Client } from 'pg';
import type { Asked } from './read-asked.ts';

type Plan = {
	'Node Type': string;
	'Relation Name'?: string;
	Filter?: string;
	Plans?: Plan[];
};

/** A table of more rows is large: it grows with the number of requests. */
const LARGE = 10_000;

/**
 * Tables that PostgreSQL would read from end to end for a statement, of those that are large.
 * @param owner may explain what the application asks; nothing is run
 */
export async function wholeReads(
	owner: Client,
	large: ReadonlySet<string>,
	{ text, values }: Asked
): Promise<string[]> {
	await owner.query('begin');
	try {
		// PostgreSQL's own 4 is for disks that turn; on one that does not, it would read a table whole for nothing.
		await owner.query('set local random_page_cost = 1.1');
		const { rows } = await owner.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
			`explain (format json) ${text}`,
			values
		);
		const read = rows[0]!['QUERY PLAN'].flatMap(({ Plan: plan }) => scanned(plan));
		return read.filter(({ table }) => large.has(table)).map(({ table, why }) => `${table} ${why}`);
	} finally {
		await owner.query('rollback');
	}
}

function scanned(plan: Plan): { table: string; why: string }[] {
	const below = (plan.Plans ?? []).flatMap(scanned);
	if (plan['Node Type'] !== 'Seq Scan') return below;
	return [{ table: plan['Relation Name']!, why: plan.Filter ?? 'whole' }, ...below];
}

/** As the statistics of the last ANALYZE say. */
export async function largeTables(owner: Client): Promise<ReadonlySet<string>> {
	const { rows } = await owner.query<{ name: string }>(
		`select relname name from pg_class
		where relkind = 'r' and relnamespace = 'public'::regnamespace and reltuples > ${LARGE}`
	);
	return new Set(rows.map(({ name }) => name));
}
