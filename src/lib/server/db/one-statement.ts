import { inMadeOnce, madeOnce, partsKept, type List } from './shared-lists.ts';

/** Something asked of the database. */
export interface Question {
	readonly text: string;
	readonly values: readonly unknown[];
	/** Columns; unknown for a statement of our own. */
	readonly width: number | undefined;
}

/** Texts are long, and a page asks the same each time: each is known by a number. Those of lists of any length are not. */
export const MOST_TEXTS = 2_000;
const numbers = new Map<string, number>();

function numberOf(text: string): number | string {
	const known = numbers.get(text);
	if (known !== undefined) return known;
	if (numbers.size >= MOST_TEXTS) return text;
	numbers.set(text, numbers.size);
	return numbers.size - 1;
}

/** Read by its name. */
export const COUNT = /^select count\(\*\) as count from /;

/** Where a value of the statement comes from: which question, and which of its values. */
type Place = readonly [question: number, value: number];
type Statement = { readonly text: string; readonly places: readonly Place[] };

const MOST_STATEMENTS = 500;
/** No text of a question among the numbers. */
const LONGEST_KEY = 400;
const statements = new Map<string, Statement>();

/**
 * One statement that answers several questions, each in a column of its one row; the same text each time the same are
 * asked together. A list that several of them name is made once (shared-lists.ts).
 */
export function oneStatement(questions: readonly Question[]): { text: string; values: unknown[] } {
	const shared = sharedLists(questions);
	const key = [
		questions.map(({ text }) => numberOf(text)),
		...shared.map((uses) => uses.map(({ question, part }) => `${question}.${part}`))
	].join(' ');
	const known = statements.get(key);
	const { text, places } = known ?? written(questions, shared);
	if (!known && statements.size < MOST_STATEMENTS && key.length < LONGEST_KEY)
		statements.set(key, { text, places });
	return { text, values: places.map(([question, value]) => questions[question]!.values[value]) };
}

/** A list in a question's text: which of the questions, and which part of it. */
type Use = { readonly question: number; readonly part: number; readonly list: List };

const partsOf = partsKept(MOST_TEXTS);

/** The lists that are named more than once with the same values, each with all its uses. */
function sharedLists(questions: readonly Question[]): Use[][] {
	const uses = new Map<string, Use[]>();
	questions.forEach(({ text, values }, question) => {
		partsOf(text).forEach((list, part) => {
			if (typeof list === 'string') return;
			const own = list.places.map((place) => values[place]);
			const same = `${numberOf(list.text)} ${JSON.stringify(own)}`;
			uses.set(same, [...(uses.get(same) ?? []), { question, part, list }]);
		});
	});
	return [...uses.values()].filter(({ length }) => length > 1);
}

function written(questions: readonly Question[], shared: readonly Use[][]): Statement {
	const places: Place[] = [];
	const numbered = (text: string, place: (number: number) => Place) => {
		const known = new Map<string, string>();
		return text.replace(/\$(\d+)/g, (_, number: string) => {
			const given = known.get(number) ?? `$${places.push(place(Number(number)))}`;
			known.set(number, given);
			return given;
		});
	};
	const names = new Map<string, string>();
	const lists = shared.map((uses, at) => {
		const [{ question, list }] = uses as [Use];
		for (const use of uses) names.set(`${use.question}.${use.part}`, `list${at}`);
		return madeOnce(
			`list${at}`,
			numbered(list.text, (number) => [question, list.places[number - 1]!])
		);
	});
	const columns = questions.map(({ text, width }, question) => {
		const parts = partsOf(text).map((part, at) => {
			if (typeof part === 'string') return numbered(part, (number) => [question, number - 1]);
			const name = names.get(`${question}.${at}`);
			if (name) return inMadeOnce(name);
			return `in (${numbered(part.text, (number) => [question, part.places[number - 1]!])})`;
		});
		return `(${listed(parts.join('').replace(/;$/, ''), COUNT.test(text) ? undefined : width)})`;
	});
	const made = lists.length > 0 ? `with ${lists.join(',\n')}\n` : '';
	return { text: `${made}select ${columns.join(',\n')}`, places };
}

/** Rows without names when their width is known; `count(*)`, which is read by its name, with it. */
function listed(text: string, width: number | undefined): string {
	if (width === undefined) return `select json_agg(q) from (${text}) q`;
	const names = Array.from({ length: width }, (_, at) => `c${at}`).join(', ');
	return `select coalesce(json_agg(json_build_array(${names})), '[]') from (${text}) q(${names})`;
}
