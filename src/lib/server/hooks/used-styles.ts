import { linksIn, stylesOf } from './style-sheets.ts';
import { classesOf, type Piece } from './pieces.ts';

/** A rule of a style sheet and, for each of its selectors, the classes without which it can match nothing. */
interface Rule {
	text: string;
	needs: readonly (readonly string[])[];
}

/** Rules that hold together under a condition: a width, print. */
interface Group {
	condition: string;
	rules: readonly Part[];
}

type Part = Rule | Group;

/** Classes that scripts of the page give to what they make: their rules stay. */
export const GIVEN_BY_SCRIPTS: readonly string[] = ['offer-language', 'small', 'muted'];

/** A page whose scripts put parts of later answers into it needs the styles of those as well. */
const TAKES_PARTS = /\sdata-(?:desk|draft)[\s=>]/;

/** Style sheets as they were read, and what was left of them for the classes of pages: those of a kind have nearly the same. */
interface Sheet {
	parts: readonly Part[];
	left: Map<string, Piece>;
}

/** By their links: one for each kind of page. Both limits are far above what there is; memory must have one. */
const sheets = new Map<string, Sheet>();
const MOST = 500;
const MOST_LEFT = 20;

/**
 * The head with its styles in the stead of the links to them, without the rules that can match nothing in the page: a
 * component brings its styles whole, the tones and states that a page does not show among them. What is written into a
 * page travels with it each time.
 * @param head what holds the links
 * @param body the rest of the page
 */
export function withUsedStyles(head: string, body: readonly Piece[]): Piece[] {
	const links = linksIn(head);
	if (links === null) return [head];
	const [before, after] = head.split(links) as [string, string];
	return [before, leftOf(sheetOf(links), body), after];
}

function leftOf({ parts, left }: Sheet, body: readonly Piece[]): Piece {
	const takesParts = body.some((piece) => typeof piece === 'string' && TAKES_PARTS.test(piece));
	const kind = takesParts ? ALL : [...classesOf(body, 'kind')].join(' ');
	const known = left.get(kind);
	if (known !== undefined) return known;
	const css = used(parts, takesParts ? null : classesIn(body));
	const made = { bytes: Buffer.from(`<style>${css}</style>`), classes: '', kind: '' };
	if (left.size >= MOST_LEFT) left.clear();
	left.set(kind, made);
	return made;
}

const classesIn = (body: readonly Piece[]) =>
	new Set([...GIVEN_BY_SCRIPTS, ...[...classesOf(body)].join(' ').split(/\s+/)]);

/** No page has a class of this name. */
const ALL = '*';

/** @param classes null for all there may be */
function used(parts: readonly Part[], classes: ReadonlySet<string> | null): string {
	let css = '';
	for (const part of parts) {
		if ('condition' in part) {
			const inside = used(part.rules, classes);
			if (inside) css += `${part.condition}{${inside}}`;
		} else if (!classes || part.needs.some((names) => names.every((name) => classes.has(name)))) {
			css += part.text;
		}
	}
	return css;
}

function sheetOf(links: string): Sheet {
	const known = sheets.get(links);
	if (known) return known;
	const sheet: Sheet = { parts: read(stylesOf(links)), left: new Map() };
	if (sheets.size >= MOST) sheets.clear();
	sheets.set(links, sheet);
	return sheet;
}

/** A brace within quotes opens nothing. */
const BRACES = /"[^"]*"|'[^']*'|[{}]/g;

function read(css: string): Part[] {
	const parts: Part[] = [];
	let [start, opened, depth] = [0, 0, 0];
	for (const { 0: found, index } of css.matchAll(BRACES)) {
		if (found === '{' && depth++ === 0) opened = index;
		if (found !== '}' || --depth > 0) continue;
		parts.push(partOf(css.slice(start, opened).trim(), css.slice(opened + 1, index)));
		start = index + 1;
	}
	return parts;
}

function partOf(prelude: string, body: string): Part {
	if (/^@(media|supports|container|layer)\b/.test(prelude))
		return { condition: prelude, rules: read(body) };
	const text = `${prelude}{${body}}`;
	return { text, needs: prelude.startsWith('@') ? [[]] : needsOf(prelude) };
}

/** What a selector excludes or only allows, and attributes, whose values may hold a dot. */
const NOT_NEEDED = /:(?:not|is|where|has)\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\]/g;

const needsOf = (selectors: string) =>
	selectors
		.replace(NOT_NEEDED, '')
		.split(',')
		.map((selector) => [...selector.matchAll(/\.([\w-]+)/g)].map(([, name]) => name!));
