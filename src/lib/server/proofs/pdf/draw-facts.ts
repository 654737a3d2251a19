import type { ProofFact } from '../proof.ts';
import {
	besideFace,
	BODY,
	GAP,
	SMALL,
	STRONG,
	TERM,
	type Beside,
	type Element
} from './draw-texts.ts';
import { MUTED, type Paper, type Place } from './paper.ts';

/** Three columns: the term, its value, and the term in the other language; two without one. */
type Columns = { term: Place; value: Place; beside: Place | null };

const BELOW = 4;
const BETWEEN = 10;

function columnsIn({ x, width }: Place, beside: Beside): Columns {
	const [termShare, valueShare] = beside ? [0.31, 0.42] : [0.36, 0.64];
	const term = { x, width: width * termShare - BETWEEN };
	const value = { x: x + width * termShare, width: width * valueShare - (beside ? BETWEEN : 0) };
	const rest = { x: value.x + width * valueShare, width: width * (1 - termShare - valueShare) };
	return { term, value, beside: beside ? rest : null };
}

/** Terms with their values: a list, whose labels are the terms, so that a screen reader says both together. */
export function drawFacts(
	paper: Paper,
	parent: Element,
	facts: readonly ProofFact[],
	beside: Beside,
	place: Place
): void {
	const columns = columnsIn(place, beside);
	paper.group(parent, 'L', {}, (list) => {
		for (const fact of facts) {
			const height = heightOfFact(paper, fact, columns);
			paper.keep(height);
			const top = paper.y;
			paper.group(list, 'LI', {}, (item) => drawFact(paper, item, fact, beside, columns));
			paper.y = top + height + BELOW;
		}
	});
	paper.y += GAP / 2;
}

/** How high these facts will be in this width. */
export function heightOfFacts(
	paper: Paper,
	facts: readonly ProofFact[],
	beside: Beside,
	width: number
): number {
	const columns = columnsIn({ x: 0, width }, beside);
	return facts.reduce((sum, fact) => sum + heightOfFact(paper, fact, columns) + BELOW, 0);
}

function heightOfFact(paper: Paper, fact: ProofFact, { term, value, beside }: Columns): number {
	const origin = fact.origin ? paper.heightOf(fact.origin, SMALL, value.width) : 0;
	return Math.max(
		paper.heightOf(fact.term.fr, TERM, term.width),
		paper.heightOf(valueOf(fact), STRONG, value.width) + origin,
		beside && fact.term.beside
			? paper.heightOf(fact.term.beside, besideFace(TERM), beside.width)
			: 0
	);
}

function drawFact(
	paper: Paper,
	item: Element,
	fact: ProofFact,
	language: Beside,
	{ term, value, beside }: Columns
): void {
	const top = paper.y;
	paper.group(item, 'Lbl', {}, (label) => {
		paper.text(label, 'P', fact.term.fr, TERM, term);
		const other = fact.term.beside;
		if (!language || !beside || !other) return;
		const small = besideFace(TERM);
		paper.y = top + TERM.size - small.size;
		paper.text(label, 'P', other, small, beside, language);
	});
	const face = fact.value ? STRONG : { ...BODY, colour: MUTED };
	paper.y = top;
	paper.group(item, 'LBody', {}, (body) => {
		paper.text(body, 'P', valueOf(fact), face, value);
		if (fact.origin) paper.text(body, 'P', fact.origin, SMALL, value);
	});
}

/** What is not known, or known and not checked, says so in print as on the screens. */
function valueOf({ value, toConfirm }: ProofFact): string {
	if (!value) return toConfirm ? 'à confirmer' : 'non renseigné';
	return toConfirm ? `${value} (à confirmer)` : value;
}
