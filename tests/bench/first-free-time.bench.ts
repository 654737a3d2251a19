import { drizzle } from 'drizzle-orm/node-postgres';
import type pg from 'pg';
import type { Bench, Row } from '../../scripts/bench.ts';
import { startTemporaryPostgres } from '../../scripts/postgres.ts';
import { VISITOR } from '../../src/lib/domain/accounts/actor.ts';
import { findTimes } from '../../src/lib/server/appointments/find-times.ts';
import { OCCUPYING_STATES } from '../../src/lib/domain/appointments/states.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { migrate } from '../../src/lib/server/db/migrate.ts';
import { PreparingClient } from '../../src/lib/server/db/preparing-client.ts';
import * as schema from '../../src/lib/server/db/schema/index.ts';
import {
	COUNTERS,
	MONDAY,
	MOTIVE,
	seedAppointments,
	seedCounters
} from '../support/bench/seed-calendar.ts';
import { quantile, timeInRounds, type Candidate } from '../support/bench/rounds.ts';

const COMING = 20_000;
const [SHORT, LONG] = [10_000, 1_000_000];

/** The first free time at all counters, over 60 days: the search of the booking page, and what it reads, read alone. */
const bench: Bench = {
	name: 'first-free-time',
	async run() {
		setClock(MONDAY);
		const other = await startTemporaryPostgres();
		const opened: pg.Client[] = [];
		try {
			await migrate(other.ownerUrl);
			const long = await seeded(process.env['DATABASE_OWNER_URL']!, LONG, opened);
			const short = await seeded(other.ownerUrl, SHORT, opened);
			const candidates = [...candidatesOn(long, 'long'), ...candidatesOn(short, 'short')];
			return rowsOf(await timeInRounds(candidates, { rounds: 150, warmUp: 20 }));
		} finally {
			await Promise.all(opened.map((client) => client.end()));
			await other.stop();
			setClock();
		}
	}
};
export default bench;

async function seeded(url: string, past: number, opened: pg.Client[]): Promise<pg.Client> {
	const client = new PreparingClient(url);
	await client.connect();
	opened.push(client);
	await seedCounters(client);
	await seedAppointments(client, { past, coming: COMING });
	return client;
}

function candidatesOn(client: pg.Client, past: string): Candidate[] {
	const db = drizzle(client, { schema });
	const search = async () => {
		const { others } = await db.transaction((tx) =>
			findTimes(tx, VISITOR, { motive: MOTIVE, counter: null })
		);
		if (others.filter(({ first }) => first).length !== COUNTERS)
			throw new Error('A counter without free time.');
	};
	const read = async () => {
		const { rowCount } = await client.query(BARE, [MONDAY, DAYS]);
		if (rowCount !== COMING) throw new Error(`${rowCount} busy ranges instead of ${COMING}.`);
	};
	return [
		{ name: `search ${past}`, once: search },
		{ name: `read ${past}`, once: read }
	];
}

const DAYS = 60;

/** Desk, beginning and end of what is taken, as numbers: the least that a search in memory must know. */
const BARE = {
	name: 'bare-busy-ranges',
	text: `select desk_id, extract(epoch from occupied_from)::float8, extract(epoch from occupied_until)::float8
		from appointment
		where state in (${OCCUPYING_STATES.map((state) => `'${state}'`).join(', ')})
			and occupied_until > $1::timestamptz and occupied_from < $1::timestamptz + $2::int * interval '1 day'`,
	rowMode: 'array' as const
};

function rowsOf(times: Map<string, number[]>): Row[] {
	const at = (name: string, share: number) => quantile(times.get(name) ?? [], share);
	const row = (
		label: string,
		share: number,
		name: string,
		reference: string,
		against: string
	): Row => ({
		name: `${label}, p${share * 100}`,
		value: at(name, share),
		unit: 'ms',
		reference: at(reference, share),
		against
	});
	return [
		row(
			'search, 1,000,000 past',
			0.5,
			'search long',
			'read long',
			'bare read of the same ranges; aim × 4'
		),
		row(
			'search, 1,000,000 past',
			0.95,
			'search long',
			'read long',
			'bare read of the same ranges; aim × 4'
		),
		row(
			'search, 10,000 past',
			0.5,
			'search short',
			'read short',
			'bare read of the same ranges; aim × 4'
		),
		row(
			'search, 1,000,000 past',
			0.5,
			'search long',
			'search short',
			'the same with 10,000 past; aim × 1.2'
		),
		row(
			'search, 1,000,000 past',
			0.95,
			'search long',
			'search short',
			'the same with 10,000 past; aim × 1.2'
		)
	];
}
