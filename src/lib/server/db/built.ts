import { sql, type Placeholder } from 'drizzle-orm';
import { builtOnce, type Tx } from './transaction.ts';

/** What a question is about, by name: where it is built, a place for each value. */
export type Given<Name extends string> = { readonly [Each in Name]: Placeholder<Each> };
/** Where it is asked, the values. */
export type Values<Name extends string> = { readonly [Each in Name]: Value };
type Value =
	string | number | boolean | null | readonly string[] | Temporal.Instant | Temporal.PlainDate;

/** A query of Drizzle's, not asked yet. */
export interface Query extends PromiseLike<unknown> {
	prepare(name: string): { execute(values: Record<string, unknown>): Promise<unknown> };
}
export type Answer<Q extends Query> = Promise<Awaited<Q>>;

/**
 * A question that is built once a connection and asked with other values each time: for pages that many open, where
 * building the query anew costs more than the answer (docs/performance.md).
 * @param build makes the query; the same text whatever the values, which it is given the places of
 * @returns asks it
 */
export function built<Q extends Query, Name extends string = never>(
	build: (tx: Tx, given: Given<Name>) => Q
) {
	const prepare = (tx: Tx) => prepared(build(tx, PLACES as Given<Name>));
	return (tx: Tx, ...[values]: [Name] extends [never] ? [] : [Values<Name>]): Answer<Q> =>
		askPrepared(builtOnce(tx, prepare), values);
}

/**
 * The same about a list, built once for each length: PostgreSQL then knows how many there are, where it would guess ten
 * in an array, prefer to look, and plan the question anew each time.
 * @param build gets a place for each of the list
 */
export function builtForEach<Q extends Query, Name extends string = never>(
	build: (tx: Tx, list: Placeholder[], given: Given<Name>) => Q
) {
	const known = new Map<number, (tx: Tx, values: Values<string>) => Answer<Q>>();
	return (tx: Tx, list: readonly string[], values: Values<Name>): Answer<Q> => {
		const names = list.map((_, at) => `each${at}`);
		const asked =
			known.get(list.length) ??
			built((tx, given: Given<string>) => {
				const places = names.map((name) => given[name]!);
				return build(tx, places, given as Given<Name>);
			});
		known.set(list.length, asked);
		return asked(tx, {
			...values,
			...Object.fromEntries(names.map((name, at) => [name, list[at]!]))
		});
	};
}

/** The same, built for this one time: where the text depends on who asks. */
export function builtNow<Q extends Query, Name extends string>(
	tx: Tx,
	build: (tx: Tx, given: Given<Name>) => Q,
	values: Values<Name>
): Answer<Q> {
	return askPrepared(prepared(build(tx, PLACES as Given<Name>)), values);
}

const PLACES = new Proxy({}, { get: (_, name: string) => sql.placeholder(name) });

// Without a name of its own: preparing-client.ts gives one to each text.
const prepared = <Q extends Query>(query: Q) => query.prepare('');

function askPrepared<Q extends Query>(
	question: ReturnType<Query['prepare']>,
	values: Readonly<Record<string, Value>> = {}
): Answer<Q> {
	const sent: Record<string, unknown> = {};
	for (const [name, value] of Object.entries(values)) sent[name] = encoded(value);
	return question.execute(sent) as Answer<Q>;
}

/** As the columns write it (schema/columns.ts), for a place knows no column. */
const encoded = (value: Value) =>
	value instanceof Temporal.Instant || value instanceof Temporal.PlainDate
		? value.toString()
		: value;
