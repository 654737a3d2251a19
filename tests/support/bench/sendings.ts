import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { request, type IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** How long someone who finds every place taken waits before they ask again. */
const AGAIN_MS = 50;
/** Every place of the service, or of the person, is taken; 0 when it said so before the body was read. */
const BUSY = [0, 429, 503];

/** Sends one body, as often as it takes to be taken in: eight are read at once, the others come again. */
export async function sendWhole(
	address: string,
	body: Buffer,
	headers: Record<string, string> = {}
): Promise<void> {
	const key = randomUUID();
	for (let tries = 0; tries < 1_000; tries += 1) {
		const { status, complete } = await post(address, body, { ...headers, 'idempotency-key': key });
		if (status === 201 && complete !== '?0') return;
		if (!BUSY.includes(status)) throw new Error(`The sending got ${status}, complete ${complete}.`);
		await wait(AGAIN_MS);
	}
	throw new Error('The sending was never taken in.');
}

async function post(address: string, body: Buffer, headers: Record<string, string>) {
	const sending = request(address, {
		method: 'POST',
		headers: { ...headers, 'content-length': String(body.length) }
	});
	// Refused before it was read whole: the answer says so, and the rest of the body has nowhere to go.
	sending.on('error', () => undefined);
	const answered = new Promise<IncomingMessage>((resolve) => sending.once('response', resolve));
	sending.end(body);
	// Not `once`, which would fail with the connection.
	const closed = new Promise<void>((resolve) => sending.once('close', () => resolve()));
	const answer = await Promise.race([answered, closed.then(() => wait(20, null))]);
	answer?.resume();
	return { status: answer?.statusCode ?? 0, complete: answer?.headers['upload-complete'] };
}

/** Looks at the memory that a process holds until it is stopped. @returns the most, in megabytes */
export function watchMemory(pid: number): { stop: () => number } {
	let most = 0;
	const look = async () => {
		most = Math.max(most, await residentMegabytes(pid));
	};
	const timer = setInterval(() => void look(), 20);
	return {
		stop() {
			clearInterval(timer);
			return most;
		}
	};
}

export async function residentMegabytes(pid: number): Promise<number> {
	const status = await readFile(`/proc/${pid}/status`, 'utf8');
	return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_000;
}
