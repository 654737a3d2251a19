import { sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { lasting } from '../../domain/lasting.ts';

/**
 * Whether a column is in a list of identifiers that other questions of the page may need too. Asked alone, it says just
 * that; where several questions of one statement name the same list (one-statement.ts), the list is made once and looked
 * up in each index from its beginning to its end. For a count over all of the list only: a question about one row is
 * cheaper with a list of its own, which the database then need not make.
 * @param list selects one column of type uuid
 */
export const inSharedList = (column: AnyPgColumn, list: SQL): SQL =>
	sql`${column} /*list*/in (${list})/*end*/`;

/** A list as it stands in a question's text. */
export interface List {
	/** Its text with its places numbered from 1. */
	readonly text: string;
	/** Which of the question's values it uses, in that order. */
	readonly places: readonly number[];
}

const MARKED = /\/\*list\*\/in \((.*?)\)\/\*end\*\//gs;

/**
 * A question's text in parts: what stands between lists, and the lists.
 * @param most texts whose parts are kept
 */
export const partsKept = (most: number) =>
	lasting(most, (text: string): readonly (string | List)[] =>
		text.split(MARKED).map((part, at) => (at % 2 === 0 ? part : listIn(part)))
	);

function listIn(part: string): List {
	const places: number[] = [];
	const text = part.replace(/\$(\d+)/g, (_, number: string) => {
		places.push(Number(number) - 1);
		return `$${places.length}`;
	});
	return { text, places };
}

/** The statement's list of this number, made once, whatever is selected twice. */
export const madeOnce = (name: string, text: string): string =>
	`${name} as materialized (select array(select distinct each.id from (${text}) each(id)) ids)`;

/** In place of the marked condition. */
export const inMadeOnce = (name: string): string => `= any((select ids from ${name})::uuid[])`;
