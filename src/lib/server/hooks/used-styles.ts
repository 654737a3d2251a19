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

/** A style sheet as it was read, and what was left of it for the classes of pages: those of a kind have nearly the same. */
interface Sheet {
	parts: readonly Part[];
	left: Map<string, string>;
}

/** By their text: one for each kind of page. Both limits are far above what there is; memory must have one. */
const sheets = new Map<string, Sheet>();
const MOST = 500;
const MOST_LEFT = 20;

/**
 * The head without the rules of its style sheet that can match nothing in the page: a component brings its styles whole,
 * the tones and states that a page does not show among them. What is written into a page travels with it each time.
 * @param head what holds the style sheet
 * @param body the rest of the page
 */
export function withUsedStyles(head: string, body: string): string {
	if (TAKES_PARTS.test(body)) return head;
	const classes = classesOf(body);
	return head.replace(STYLES, (_, css: string) => `<style>${leftOf(css, classes)}</style>`);
}

const STYLES = /<style>([^]*?)<\/style>/g;
const CLASS = ' class="';

/** The values of all class attributes, each once. Found without a pattern, which would make an object of each. */
function classesOf(body: string): string {
	const values = new Set<string>();
	for (let at = body.indexOf(CLASS); at !== -1; at = body.indexOf(CLASS, at)) {
		const begins = at + CLASS.length;
		at = body.indexOf('"', begins);
		values.add(body.slice(begins, at));
	}
	return [...values].join(' ');
}

/** @param values of all class attributes of the page, with spaces between them */
function leftOf(css: string, values: string): string {
	const { parts, left } = sheetOf(css);
	const known = left.get(values);
	if (known !== undefined) return known;
	const made = used(parts, new Set([...GIVEN_BY_SCRIPTS, ...values.split(/\s+/)]));
	if (left.size >= MOST_LEFT) left.clear();
	left.set(values, made);
	return made;
}

function used(parts: readonly Part[], classes: ReadonlySet<string>): string {
	let css = '';
	for (const part of parts) {
		if ('condition' in part) {
			const inside = used(part.rules, classes);
			if (inside) css += `${part.condition}{${inside}}`;
		} else if (part.needs.some((names) => names.every((name) => classes.has(name)))) {
			css += part.text;
		}
	}
	return css;
}

function sheetOf(css: string): Sheet {
	const known = sheets.get(css);
	if (known) return known;
	const sheet: Sheet = { parts: read(css), left: new Map() };
	if (sheets.size >= MOST) sheets.clear();
	sheets.set(css, sheet);
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
