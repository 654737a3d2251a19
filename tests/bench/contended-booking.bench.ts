import pg from 'pg';
import type { Bench, Row } from '../../scripts/bench.ts';
import { startPostgres, temporaryDataDir, type Postgres } from '../../scripts/postgres.ts';
import { onDatabase } from '../../scripts/postgres/addresses.ts';
import { migrate } from '../../src/lib/server/db/migrate.ts';
import { startApplication } from '../support/bench/application.ts';
import { nothing, tryTime, workThrough, type Tally } from '../support/bench/crowd.ts';
import { placesOf } from '../support/bench/places.ts';
import { requireNoDoubleBooking } from '../support/bench/require-no-double-booking.ts';
import { seedCounters } from '../support/bench/seed-calendar.ts';
import { seedApplicants } from '../support/bench/seed-people.ts';
import { overBarePg, overHttp, type Way, type Wish } from '../support/bench/two-ways-to-book.ts';

const CONNECTIONS = 50;
/** Tries by as many people: each at a time of their own choice, or fifty at once at one time of three places. */
const [SPREAD, RACED] = [6_000, 4_000];
const CHUNK = 500;

/** Bookings and refusals through HTTP beside bare `pg`, fifty connections each, in turns, on durable databases. */
const bench: Bench = {
	name: 'contended-booking',
	async run() {
		// Not the database that the benchmarks are given: that one does not wait for the disk.
		const { dataDir, remove } = temporaryDataDir();
		const postgres = await startPostgres({ dataDir });
		try {
			return await measure(postgres, await prepare(postgres));
		} finally {
			await postgres.stop();
			await remove();
		}
	}
};
export default bench;

/** The same people and counters in two databases: one for the application, one for bare `pg`. */
async function prepare({ ownerUrl, adminUrl }: Postgres): Promise<Wish[]> {
	await migrate(ownerUrl);
	const wishes = await withClient(ownerUrl, async (client) => {
		await seedCounters(client);
		const people = await seedApplicants(client, SPREAD + RACED);
		const places = await placesOf(client);
		// The last times are kept for the races.
		const raced = places.splice(-RACED / CONNECTIONS);
		return people.map((who, index) => {
			const race = raced[Math.floor((index - SPREAD) / CONNECTIONS)];
			return { who, place: race ?? places[Math.floor(Math.random() * places.length)]! };
		});
	});
	await withClient(onDatabase(adminUrl, 'postgres'), (client) =>
		client.query('create database bare template guichet owner guichet_owner')
	);
	return wishes;
}

type Measured = { spread: Tally; raced: Tally };
const unmeasured = (): Measured => ({ spread: nothing(), raced: nothing() });

async function measure(postgres: Postgres, wishes: readonly Wish[]): Promise<Row[]> {
	const application = await startApplication(postgres.webUrl);
	const ways: Way[] = [
		overHttp(application.origin, CONNECTIONS),
		await overBarePg(onDatabase(postgres.webUrl, 'bare'), CONNECTIONS)
	];
	const measured = [unmeasured(), unmeasured()] as const;
	try {
		for (let from = 0; from < wishes.length; from += CHUNK) {
			const tries = wishes.slice(from, from + CHUNK);
			const phase = from < SPREAD ? 'spread' : 'raced';
			for (const [index, { attempt }] of ways.entries()) {
				await workThrough(measured[index]![phase], tries, CONNECTIONS, attempt);
			}
		}
	} finally {
		await Promise.all(ways.map((way) => way.close()));
		await application.stop();
	}
	const [http, bare] = measured;
	for (const [name, { spread, raced }] of [
		['guichet', http],
		['bare', bare]
	] as const) {
		await withClient(onDatabase(postgres.ownerUrl, name), (client) =>
			requireNoDoubleBooking(client, spread.booked + raced.booked)
		);
	}
	return rowsOf(http, bare);
}

function rowsOf(http: Measured, bare: Measured): Row[] {
	const bookings = ({ spread }: Measured) => spread.booked / spread.seconds;
	const refusals = ({ raced }: Measured) => raced.taken / raced.seconds;
	const compared = (
		name: string,
		unit: string,
		of: (measured: Measured) => number,
		aim = ''
	): Row => ({
		name,
		value: of(http),
		unit,
		reference: of(bare),
		against: `bare pg${aim}`
	});
	return [
		compared('bookings', '/s', bookings, '; aim × 0.5'),
		compared('one booking, p50', 'ms', ({ spread }) => tryTime(spread, 0.5)),
		compared('one booking, p99', 'ms', ({ spread }) => tryTime(spread, 0.99)),
		compared('refusals with other times proposed', '/s', refusals, ', which says no more than no'),
		compared('one try in a race, p50', 'ms', ({ raced }) => tryTime(raced, 0.5)),
		compared('one try in a race, p99', 'ms', ({ raced }) => tryTime(raced, 0.99)),
		{ name: `double bookings in ${SPREAD + RACED} tries`, value: 0, unit: '' }
	];
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
