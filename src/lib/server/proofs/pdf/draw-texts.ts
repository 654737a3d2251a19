import type { Both, Proof } from '../proof.ts';
import { MUTED, type Face, type Paper, type Place } from './paper.ts';

export type Element = PDFKit.PDFStructureElement;
/** The language beside the French, as a tag of the tree. */
export type Beside = Proof['besideLanguage'];

export const BODY: Face = { size: 10.5 };
export const TERM: Face = { size: 10.5, colour: MUTED };
export const STRONG: Face = { size: 10.5, bold: true };
export const SMALL: Face = { size: 9, colour: MUTED };
/** Points between two blocks. */
export const GAP = 7;

/** A text in French, and the other language: on the same line where both are short, else below, smaller. */
export function drawText(
	paper: Paper,
	parent: Element,
	tag: string,
	text: Both,
	beside: Beside,
	face: Face,
	place: Place
): void {
	paper.keep(heightOfBoth(paper, text, beside, face, place.width));
	const top = paper.y;
	paper.text(parent, tag, text.fr, face, place);
	if (!beside || !text.beside) return;
	const [other, small] = [text.beside, besideFace(face)];
	// A heading is one heading: its other language stands under it as a paragraph.
	const besideTag = tag.startsWith('H') ? 'P' : tag;
	if (!fitBeside(paper, text, face, place.width)) {
		paper.text(parent, besideTag, other, small, place, beside);
		return;
	}
	const bottom = paper.y;
	const width = paper.roomFor(other, small);
	// Both stand on one line.
	paper.y = top + face.size - small.size;
	const there = { x: place.x + place.width - width, width };
	paper.text(parent, besideTag, other, small, there, beside);
	paper.y = bottom;
}

/** Points between two languages on one line. */
const APART = 18;

function fitBeside(paper: Paper, { fr, beside = '' }: Both, face: Face, width: number): boolean {
	const both = paper.roomFor(fr, face) + paper.roomFor(beside, besideFace(face));
	return both + APART <= width;
}

export const besideFace = (face: Face): Face => ({
	...SMALL,
	size: Math.max(9, Math.min(face.size - 1.5, 10.5))
});

export function heightOfBoth(
	paper: Paper,
	text: Both,
	beside: Beside,
	face: Face,
	width: number
): number {
	const french = paper.heightOf(text.fr, face, width);
	if (!beside || !text.beside || fitBeside(paper, text, face, width)) return french;
	return french + paper.heightOf(text.beside, besideFace(face), width);
}
