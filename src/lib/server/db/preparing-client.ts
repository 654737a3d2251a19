import type { Socket } from 'node:net';
import pg from 'pg';

/** More texts than the application has; those of lists of any length must not fill the server's memory. */
const MOST = 500;
const names = new Map<string, string>();

/**
 * A connection that prepares what it asks: PostgreSQL reads and plans a text once a connection instead of every time,
 * a third of the time of a booking (docs/performance.md). Drizzle does so only for queries prepared one by one.
 * What is asked in one breath leaves in one packet: each write to the socket costs as much as building a query.
 */
export class PreparingClient extends pg.Client {
	#held: Socket | null = null;

	// The types of the driver's many forms of `query` cannot be repeated here: it is handed over as it came.
	override query: pg.Client['query'] = ((
		config: unknown,
		values?: unknown,
		...others: unknown[]
	) => {
		this.#holdBack();
		return (super.query as (...all: unknown[]) => unknown)(
			Array.isArray(values) && values.length > 0 ? named(config) : config,
			values,
			...others
		);
	}) as pg.Client['query'];

	/** Until the end of the breath, and of what waited for it (gathering.ts): what is queued meanwhile goes out with it. */
	#holdBack(): void {
		if (this.#held) return;
		const { stream } = (this as unknown as { connection: { stream: Socket } }).connection;
		this.#held = stream;
		stream.cork();
		const letGo = () => {
			this.#held = null;
			stream.uncork();
		};
		process.nextTick(() => process.nextTick(letGo));
	}
}

/** The same query with a name, unless it has one or there are too many. */
function named(config: unknown): unknown {
	if (typeof config !== 'object' || config === null || 'submit' in config) return config;
	const { text, name } = config as { text?: string; name?: string };
	if (text === undefined || name) return config;
	const known = names.get(text) ?? nameFor(text);
	return known === undefined ? config : { ...config, name: known };
}

function nameFor(text: string): string | undefined {
	if (names.size >= MOST) return undefined;
	const name = `q${names.size}`;
	names.set(text, name);
	return name;
}
