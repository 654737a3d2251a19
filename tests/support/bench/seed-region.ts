import type { Client } from 'pg';
import { REGION, type Statement } from './region-rows.ts';

/**
 * Fills a database with requests as a region has them: households, wishes, incomes, what happened, appointments, papers,
 * messages, looks of agents. Fictional throughout. The first ten thousand are of the territory that the reference data
 * describes; the others ask for communes and go to counters elsewhere, so that an agent has as much to do as before and
 * only the tables are larger.
 *
 * @param admin as superuser: row by row the foreign keys would be the longest part, and each row is made to fit
 * @param count how many requests; a million take two to three minutes
 */
export async function seedRegion(admin: Client, count: number, at: string): Promise<void> {
	await admin.query(`set session_replication_role = replica`);
	await admin.query(`set synchronous_commit = off`);
	try {
		for (const statement of REGION) await fill(admin, statement, count, at);
	} finally {
		await admin.query(`reset session_replication_role`);
		await admin.query(`reset synchronous_commit`);
	}
	// As autovacuum leaves tables that have been there for years.
	await admin.query('vacuum analyze');
}

/** In the text `:n` is the number of the request, from 1 to `:count`, and `:at` the present moment. */
function fill(admin: Client, { into, rows, values, once }: Statement, count: number, at: string) {
	const text = `insert into ${into} select ${values}
		from generate_series(1, ${count}) n ${rows ?? ''} ${once ? 'on conflict do nothing' : ''}`;
	return admin.query(
		text
			.replaceAll(':at', `'${at}'::timestamptz`)
			.replaceAll(':count', String(count))
			.replaceAll(':n', 'n')
	);
}
