import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { startTemporaryPostgres, type Postgres } from '../../../scripts/postgres.ts';
import { onDatabase } from '../../../scripts/postgres/addresses.ts';
import { hashedSessionId } from '../../../src/lib/server/accounts/session-adapter.ts';
import { migrate } from '../../../src/lib/server/db/migrate.ts';
import { seedIn } from '../pages/seed-in.ts';
import { HALF_DAYS, MONDAY } from './seed-calendar.ts';
import { seedRegion } from './seed-region.ts';

/** A database with a region's requests, and people who are signed in. */
export interface Region {
	requests: number;
	/** As the application connects. */
	webUrl: string;
	/** Cookies of applicants of the territory. */
	applicants: string[];
	/** Cookie of an agent of Antibes, and their identifier. */
	agent: { cookie: string; id: string };
}

const SIGNED_IN = 200;

/** One PostgreSQL with a database for each size, from the smallest to the largest. */
export async function startRegions(
	sizes: readonly number[]
): Promise<{ postgres: Postgres; regions: Region[] }> {
	const postgres = await startTemporaryPostgres();
	try {
		await migrate(postgres.ownerUrl);
		await seedIn(postgres, 'reference');
		const regions: Region[] = [];
		for (const requests of sizes) regions.push(await makeRegion(postgres, requests));
		return { postgres, regions };
	} catch (error) {
		await postgres.stop();
		throw error;
	}
}

async function makeRegion({ adminUrl, webUrl }: Postgres, requests: number): Promise<Region> {
	const name = `region_${requests}`;
	await withClient(onDatabase(adminUrl, 'postgres'), (client) =>
		client.query(`create database ${name} template guichet owner guichet_owner`)
	);
	return withClient(onDatabase(adminUrl, name), async (client) => {
		for (const statement of [...OPENINGS, ...FIGURES]) await client.query(statement);
		await seedRegion(client, requests, MONDAY);
		const { applicants, agent } = await signIn(client);
		return { requests, webUrl: onDatabase(webUrl, name), applicants, agent };
	});
}

/** The counters of the territory receive on weekdays, at every desk and for every motive. */
const OPENINGS = [
	`insert into opening (counter_id, kind, weekday, starts_at, ends_at)
	select counter.id, 'weekly', weekday, begins, ends from counter, generate_series(1, 5) weekday, ${HALF_DAYS} where active`,
	`insert into opening_desk (opening_id, desk_id) select opening.id, desk.id from opening join desk using (counter_id)`,
	`insert into opening_motive (opening_id, motive_code) select opening.id, motive.code from opening, motive`
];

/** Figures in force, of every commune and type and of all together; some are of too few cases to be shown. */
const FIGURES = [
	`insert into figure_release (source, as_of, is_example, sha256, created_at, created_by)
	values ('fictif', '${MONDAY}'::timestamptz::date, true, repeat('0', 64), '${MONDAY}', 'system:bench')`,
	`insert into figure_line (release_id, place, type, stock, pending, allotted, delay_months)
	select release.id, coalesce(place, 'EPCI'), coalesce(cell.type, 'TOUS'), sum(homes) * 3, sum(homes) * 2, sum(homes), 12 + count(*) % 40
	from (select insee place, type, row_number() over (order by insee, type) * 37 % 90 homes
		from commune, unnest(enum_range(null::figure_type)) type where type <> 'TOUS') cell, figure_release release
	group by release.id, cube (place, cell.type)`,
	`update figure_release set state = 'published', published_at = created_at, published_by = created_by`
];

async function signIn(client: pg.Client): Promise<Pick<Region, 'applicants' | 'agent'>> {
	const { rows: staff } = await client.query<{ id: string }>(
		`insert into staff_account (email, name, role, password_hash, totp_secret, created_at)
		values ('agent@exemple.test', 'Agent fictif', 'agent', 'nobody signs in', '\\x00', $1) returning id`,
		[MONDAY]
	);
	const [{ id }] = staff as [{ id: string }];
	await client.query(
		`insert into staff_counter (staff_id, counter_id) select $1, id from counter where slug = 'antibes'`,
		[id]
	);
	const { rows: accounts } = await client.query<{ id: string }>(
		'select id from applicant_account order by id limit $1',
		[SIGNED_IN]
	);
	const applicants = [];
	for (const account of accounts) applicants.push(await session(client, account.id, null));
	return { applicants, agent: { cookie: await session(client, null, id), id } };
}

/** As long as it may last at all: none of what is measured is its being prolonged. */
async function session(client: pg.Client, applicant: string | null, staff: string | null) {
	const secret = randomBytes(26)
		.toString('hex')
		.replace(/[0189]/g, 'a');
	await client.query(
		`insert into session (id, applicant_account_id, staff_account_id, created_at, expires_at, ends_at)
		select $1, $2, $3, at, at + interval '8 hours', at + interval '8 hours' from (select $4::timestamptz) moment(at)`,
		[hashedSessionId(secret), applicant, staff, MONDAY]
	);
	return `__Host-session=${secret}`;
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
	const client = new pg.Client(url);
	await client.connect();
	try {
		return await work(client);
	} finally {
		await client.end();
	}
}
