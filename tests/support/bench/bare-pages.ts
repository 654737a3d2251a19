import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { askAgain, type Recordings } from './ask-again.ts';

/*
 * The barest way of answering with a page: the same statements through `pg`, the same bytes from memory. No router, no
 * person, no rule, no rendering. Says its port, then answers until it is ended.
 */
const [file, databaseUrl] = process.argv.slice(2) as [string, string];
const recordings = JSON.parse(readFileSync(file, 'utf8')) as Recordings;
const pool = new pg.Pool({
	connectionString: databaseUrl,
	max: 10,
	options: '-c role=guichet_app',
	pipeline: true
});
const server = createServer((request, response) => {
	const page = recordings[request.url!.slice(1)]!;
	void askAgain(pool, page).then(() => {
		response.setHeader('content-type', 'text/html');
		response.end(page.body);
	});
});
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
