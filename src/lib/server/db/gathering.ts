import { PgDialect, type PgPreparedQuery, type PreparedQueryConfig } from 'drizzle-orm/pg-core';
import type pg from 'pg';
import { lasting } from '../../domain/lasting.ts';
import { MappingSession } from './mapping-session.ts';
import { clientOf, transactionWith, type Tx } from './transaction.ts';

type Question = {
	text: string;
	values: readonly unknown[];
	config: object;
	/** Columns; unknown for a statement of our own. */
	width: number | undefined;
};
type Waiting = Question & {
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
			const asked = different.map(([first]) => first!);
			const values = asked.flatMap((each) => each.values);
			const { rows } = await this.#client.query({ text: textFor(asked), rowMode: 'array' }, values);
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

/** Texts are long, and a page asks the same each time: each is known by a number. Those of lists of any length are not. */
const MOST_TEXTS = 2_000;
const numbers = new Map<string, number>();

function numberOf(text: string): number | string {
	const known = numbers.get(text);
	if (known !== undefined) return known;
	if (numbers.size >= MOST_TEXTS) return text;
	numbers.set(text, numbers.size);
	return numbers.size - 1;
}

const COUNT = /^select count\(\*\) as count from /;
const LOCKS = / for (no key )?(update|share|key share)\b/;

const isRead = lasting(
	MOST_TEXTS,
	(text: string) => /^\(*(select|with) /.test(text) && !LOCKS.test(text)
);

/** Reads and nothing else, with columns whose number is known. */
function canJoin({ text, width }: Question): boolean {
	return width !== undefined && width <= MOST_COLUMNS && isRead(text);
}

/** The statement of several questions, the same text each time they are asked together. */
function textFor(questions: readonly Question[]): string {
	const key = questions.map(({ text }) => numberOf(text)).join();
	const known = joinedTexts.get(key);
	if (known !== undefined) return known;
	const text = joined(questions);
	if (joinedTexts.size < MOST_JOINED && key.length < LONGEST_KEY) joinedTexts.set(key, text);
	return text;
}

const MOST_JOINED = 500;
/** No text of a question among the numbers. */
const LONGEST_KEY = 300;
const joinedTexts = new Map<string, string>();

/** One statement with a column for each question. Their parameters are numbered on. */
function joined(questions: readonly Question[]): string {
	let from = 0;
	const columns = questions.map(({ text, values, width }) => {
		const before = from;
		from += values.length;
		const moved = text.replace(/\$(\d+)/g, (_, number: string) => `$${Number(number) + before}`);
		return `(${listed(moved.replace(/;$/, ''), COUNT.test(text) ? undefined : width)})`;
	});
	return `select ${columns.join(',\n')}`;
}

/** Rows without names when their width is known; `count(*)`, which is read by its name, with it. */
function listed(text: string, width: number | undefined): string {
	if (width === undefined) return `select json_agg(q) from (${text}) q`;
	const names = Array.from({ length: width }, (_, at) => `c${at}`).join(', ');
	return `select coalesce(json_agg(json_build_array(${names})), '[]') from (${text}) q(${names})`;
}
