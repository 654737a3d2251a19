import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { readAsked, type Asked } from './read-asked.ts';
import { closeDatabase } from '../../../src/lib/server/db/client.ts';
import { forgetEnvironment } from '../../../src/lib/server/environment.ts';

/** What one page asked of the database. */
export interface Cost {
	/** Everything PostgreSQL was asked to run, with its values, `begin`, actor and `commit` left out. */
	statements: Asked[];
	/** How often the application waited for an answer, whatever for. */
	trips: number;
	/** All of it, trip by trip. */
	rounds: Asked[][];
}

export interface Wire {
	/** The database through the wire. */
	url: string;
	/** What went over since the last look. */
	look(): Cost;
	stop(): Promise<void>;
}

/** Opening and closing of a transaction: one packet with its first question, and one trip to the commit. */
const FRAME = /^(begin|commit|rollback|select set_config\()/i;

/**
 * The wire between the application and PostgreSQL, read as it passes: what really reaches the database, whatever the
 * application believes to send. Only for plain connections (no TLS), which tests have.
 * @param databaseUrl as the application would connect
 */
export async function openWire(databaseUrl: string): Promise<Wire> {
	const target = new URL(databaseUrl);
	let rounds: Asked[][] = [];
	const server = createServer((client) => {
		const database = connect(Number(target.port), target.hostname);
		const asked: Asked[] = [];
		const read = readAsked((one) => asked.push(one));
		let answered = false;
		client.on('data', (bytes) => {
			read(bytes as Buffer);
			// What leaves before the answer to what left earlier is the same trip.
			if (asked.length > 0 && (answered || rounds.length === 0)) rounds.push([]);
			if (asked.length > 0) answered = false;
			rounds.at(-1)?.push(...asked.splice(0));
			database.write(bytes);
		});
		database.on('data', (bytes) => {
			answered = true;
			client.write(bytes);
		});
		join(client, database);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const url = new URL(databaseUrl);
	url.hostname = '127.0.0.1';
	url.port = String((server.address() as AddressInfo).port);
	return {
		url: url.href,
		look() {
			const seen = rounds;
			rounds = [];
			const statements = seen.flat().filter(({ text }) => !FRAME.test(text));
			return { statements, trips: seen.length, rounds: seen };
		},
		stop: async () => {
			server.close();
			await once(server, 'close');
		}
	};
}

/** When one side goes, the other goes too. */
function join(one: Socket, other: Socket): void {
	for (const [from, to] of [
		[one, other],
		[other, one]
	] as const) {
		from.setNoDelay(true);
		from.on('error', () => undefined);
		from.on('close', () => to.destroy());
	}
}

/** The same for this process: whatever it asks from now on goes through the wire. */
export async function askThroughWire(databaseUrl: string): Promise<Wire> {
	const wire = await openWire(databaseUrl);
	await closeDatabase();
	process.env['DATABASE_URL'] = wire.url;
	forgetEnvironment();
	return wire;
}
