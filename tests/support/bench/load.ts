import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';

/** What is asked of a server, and for how long. */
export interface Load {
	origin: string;
	/** Asked for in turn. */
	requests: { path: string; cookie?: string }[];
	connections: number;
	seconds: number;
}

/** Milliseconds of the answers (of the first hundred thousand), how many there were, and how long it all took. */
export interface Answers {
	times: number[];
	count: number;
	seconds: number;
}

const MOST_TIMES = 100_000;

/*
 * A process of its own, so that asking weighs on nobody who answers: reads one load, keeps that many connections open,
 * each asking again as soon as it was answered, and writes what came of it.
 */
if (import.meta.main) {
	const load = JSON.parse(await text(process.stdin)) as Load;
	process.stdout.write(JSON.stringify(await run(load)));
}

async function run({ origin, requests, connections, seconds }: Load): Promise<Answers> {
	const agent = new Agent({ keepAlive: true, maxSockets: connections });
	const times: number[] = [];
	const begun = performance.now();
	const until = begun + seconds * 1_000;
	let [next, count] = [0, 0];
	const ask = async () => {
		while (performance.now() < until) {
			const { path, cookie } = requests[next++ % requests.length]!;
			const from = performance.now();
			await once(`${origin}${path}`, agent, cookie);
			count += 1;
			if (count <= MOST_TIMES) times.push(performance.now() - from);
		}
	};
	await Promise.all(Array.from({ length: connections }, ask));
	agent.destroy();
	return { times, count, seconds: (performance.now() - begun) / 1_000 };
}

function once(address: string, agent: Agent, cookie: string | undefined): Promise<void> {
	return new Promise((done, fail) => {
		const sent = request(address, { agent, headers: cookie ? { cookie } : {} }, (answer) => {
			answer.on('end', () =>
				answer.statusCode === 200
					? done()
					: fail(new Error(`${address} answered ${answer.statusCode}.`))
			);
			answer.on('error', fail).resume();
		});
		sent.on('error', fail).end();
	});
}
