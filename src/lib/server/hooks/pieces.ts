import { CLOSES, keep, partAt, type KeptPart } from '../../kept-parts.ts';

/** What a page is made of: text written for this reader, and parts kept from an earlier one. */
export type Piece = string | KeptPart;

/** Where a part to be kept begins, where it ends, and where one that is kept stands. */
const MARK = /<!--(?:keep (\d+)|kept (\d+)|\/keep)-->/g;

/** A part that has begun: its number, and at which piece. */
interface Begun {
	number: number;
	at: number;
}

/**
 * Takes a page apart where it says that something is kept or to be kept (Kept.svelte), and keeps what is new. One part
 * may stand within another.
 * @param html without the head
 */
export function piecesOf(html: string): Piece[] {
	const pieces: Piece[] = [];
	const begun: Begun[] = [];
	let from = 0;
	for (const { 0: mark, 1: opens, 2: stands, index } of html.matchAll(MARK)) {
		if (index > from) pieces.push(html.slice(from, index));
		from = index + mark.length;
		if (mark === CLOSES) close(pieces, begun.pop()!);
		else if (opens !== undefined) begun.push({ number: Number(opens), at: pieces.length });
		else pieces.push(partAt(Number(stands)));
	}
	if (from < html.length) pieces.push(html.slice(from));
	return pieces;
}

function close(pieces: Piece[], { number, at }: Begun): void {
	const inside = pieces.splice(at);
	const classes = [...classesOf(inside)].join(' ');
	const part = { bytes: bytesOf(inside), classes, kind: kindOf(classes) };
	keep(number, part);
	pieces.push(part);
}

const kinds = new Map<string, string>();

/** Not the name of a class. */
function kindOf(classes: string): string {
	const kind = kinds.get(classes) ?? `#${kinds.size}`;
	kinds.set(classes, kind);
	return kind;
}

/** The pieces one after the other, as they travel. */
export const bytesOf = (pieces: readonly Piece[]): Buffer<ArrayBuffer> =>
	Buffer.concat(
		pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece.bytes))
	);

const CLASS = ' class="';

/** The values of all class attributes, each once; those of a kept part together, or its kind in their stead. */
export function classesOf(
	pieces: readonly Piece[],
	ofPart: 'classes' | 'kind' = 'classes'
): ReadonlySet<string> {
	const values = new Set<string>();
	for (const piece of pieces) {
		if (typeof piece === 'string') addClasses(piece, values);
		else values.add(piece[ofPart]);
	}
	return values;
}

/** Found without a pattern, which would make an object of each. */
function addClasses(html: string, values: Set<string>): void {
	for (let at = html.indexOf(CLASS); at !== -1; at = html.indexOf(CLASS, at)) {
		const begins = at + CLASS.length;
		at = html.indexOf('"', begins);
		values.add(html.slice(begins, at));
	}
}
