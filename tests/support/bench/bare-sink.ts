import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/*
 * The barest way of taking a file in: each body goes from its socket to a file of its own, made durable before the
 * answer. No person, no rule, no digest, no encryption. Says its port, then takes what comes until it is ended.
 */
const folder = process.argv[2]!;
let files = 0;
const server = createServer((request, response) => {
	const path = join(folder, `bare-${(files += 1)}`);
	void (async () => {
		await pipeline(request, createWriteStream(path));
		const handle = await open(path);
		await handle.sync();
		await handle.close();
		response.writeHead(201).end();
	})();
});
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
