import { PgDialect, type PgPreparedQuery, type PreparedQueryConfig } from 'drizzle-orm/pg-core';
import type pg from 'pg';
import { lasting } from '../../domain/lasting.ts';
import { MappingSession } from './mapping-session.ts';
import { COUNT, MOST_TEXTS, oneStatement, type Question } from './one-statement.ts';
import { clientOf, transactionWith, type Tx } from './transaction.ts';

type Waiting = Question & {
	config: object;
	answer(result: unknown): void;
	fail(error: unknown): void;
};

/** PostgreSQL takes no more arguments than that. */
const MOST_COLUMNS = 100;

type Gathering = { tx: Tx; client: GatheringClient };
const gatherings = new WeakMap<Tx, Gathering>();

/**
 * The same transaction for somebody who reads much: what is asked together (Promise.all) is asked in **one statement**,
 * each question a list of JSON rows in it, and read as Drizzle would have read its own answer. What writes or locks is
 * sent as it is. A page of fifteen small questions is then one or two statements, whoever wrote them, and each
 * question stays where its concept is.
 */
export async function gathering<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
	const known = gatherings.get(tx) ?? gatheringOn(tx);
	gatherings.set(tx, known);
	try {
		return await work(known.tx);
	} finally {
		// Whoever was refused may have left others asking: they end before the connection is lent to somebody else.
		await known.client.settled();
	}
}

function gatheringOn(tx: Tx): Gathering {
	const client = new GatheringClient(clientOf(tx));
	const connection = client as unknown as pg.PoolClient;
	const made = transactionWith(
		connection,
		(schema) => new GatheringSession(connection, new PgDialect(), schema)
	);
	return { tx: made, client };
}

/** How many columns a question of Drizzle's has: its rows come without their names. */
const widths = new WeakMap<object, number>();

class GatheringSession extends MappingSession {
	override prepareQuery<T extends PreparedQueryConfig>(
		...[query, fields, ...others]: Parameters<MappingSession['prepareQuery']>
	): PgPreparedQuery<T> {
		const prepared = super.prepareQuery<T>(query, fields, ...others);
		// What Drizzle hands to the connection.
		const { queryConfig } = prepared as unknown as { queryConfig: object };
		if (fields) widths.set(queryConfig, fields.length);
		return prepared;
	}
}

/** A connection that waits until everybody has asked. */
class GatheringClient {
	readonly #client: pg.PoolClient;
	#waiting: Waiting[] = [];
	readonly #unanswered = new Set<Promise<unknown>>();

	constructor(client: pg.PoolClient) {
		this.#client = client;
	}

	query(config: { text: string }, values: readonly unknown[] = []): Promise<unknown> {
		const answered = new Promise((answer, fail) => {
			const { text } = config;
			const width = widths.get(config) ?? (COUNT.test(text) ? 1 : undefined);
			this.#waiting.push({ text, values, config, width, answer, fail });
			if (this.#waiting.length === 1) void atEndOfBreath(() => this.#ask());
		});
		this.#unanswered.add(answered);
		const forget = () => this.#unanswered.delete(answered);
		answered.then(forget, forget);
		return answered;
	}

	/** Nobody waits for an answer, and no answer leads to another question. */
	async settled(): Promise<void> {
		const breathEnds = () => new Promise<void>((done) => void atEndOfBreath(done));
		await breathEnds();
		while (this.#unanswered.size > 0) {
			await Promise.allSettled(this.#unanswered);
			await breathEnds();
		}
	}

	/** At the end of the breath: what opens the transaction leaves in the same packet (preparing-client.ts). */
	#ask(): void {
		const asked = this.#waiting;
		this.#waiting = [];
		const together = asked.filter(canJoin);
		const alone = together.length > 1 ? asked.filter((each) => !canJoin(each)) : asked;
		if (together.length > 1) void this.#askTogether(together);
		for (const { config, values, answer, fail } of alone)
			this.#client.query(config as pg.QueryConfig, [...values]).then(answer, fail);
	}

	async #askTogether(questions: readonly Waiting[]): Promise<void> {
		try {
			const different = grouped(questions);
			const { text, values } = oneStatement(different.map(([first]) => first!));
			const { rows } = await this.#client.query({ text, rowMode: 'array' }, values);
			const lists = rows[0] as unknown as unknown[][];
			different.forEach((same, at) => same.forEach(({ answer }) => answer({ rows: lists[at] })));
		} catch (error) {
			for (const { fail } of questions) fail(error);
		}
	}
}

/**
 * Once nothing that was ready to go on has anything left to do: whoever would have asked has asked. Node.js comes to its
 * next tick when it is done with all promises, if it is asked while it is at them.
 */
async function atEndOfBreath(work: () => void): Promise<void> {
	await undefined;
	process.nextTick(work);
}

/** The same question of several is asked once. */
function grouped(questions: readonly Waiting[]): Waiting[][] {
	const groups: Waiting[][] = [];
	for (const question of questions) {
		const same = groups.find(([first]) => isSame(first!, question));
		if (same) same.push(question);
		else groups.push([question]);
	}
	return groups;
}

const isSame = (one: Question, other: Question) =>
	one.text === other.text && one.values.every((value, at) => value === other.values[at]);

const LOCKS = / for (no key )?(update|share|key share)\b/;

const isRead = lasting(
	MOST_TEXTS,
	(text: string) => /^\(*(select|with) /.test(text) && !LOCKS.test(text)
);

/** Reads and nothing else, with columns whose number is known. */
function canJoin({ text, width }: Question): boolean {
	return width !== undefined && width <= MOST_COLUMNS && isRead(text);
}
