import type { Both, ProofBlock } from '../proof.ts';
import { drawAddress, drawNotice, drawSignature, drawTicket } from './draw-boxes.ts';
import { isRightToLeft } from './bidi-runs.ts';
import { drawFacts } from './draw-facts.ts';
import {
	BODY,
	drawText,
	GAP,
	heightOfBoth,
	SMALL,
	TERM,
	type Beside,
	type Element
} from './draw-texts.ts';
import { INK, LINE, lineHeight, MARGIN, SEA, type Face, type Paper, type Place } from './paper.ts';

const SECTION: Face = { size: 13, bold: true, colour: SEA };
const SUBHEADING: Face = { size: 11, bold: true };

export function drawBlocks(
	paper: Paper,
	parent: Element,
	blocks: readonly ProofBlock[],
	beside: Beside,
	level = 1
): void {
	for (const block of blocks) drawBlock(paper, parent, block, beside, level);
}

function drawBlock(
	paper: Paper,
	parent: Element,
	block: ProofBlock,
	beside: Beside,
	level: number
): void {
	switch (block.kind) {
		case 'section':
			return drawSection(paper, parent, block, beside, level);
		case 'heading':
			return drawHeading(paper, parent, block.title, beside, level + 1);
		case 'notice':
			return drawNotice(paper, parent, block, beside);
		case 'text':
			drawText(paper, parent, 'P', block.text, beside, block.muted ? SMALL : BODY, paper.column);
			paper.y += GAP;
			return;
		case 'facts':
			return drawFacts(paper, parent, block.facts, beside, paper.column);
		case 'list':
			return drawList(paper, parent, block.items, beside, block.columns ?? 1);
		case 'number':
			return drawNumber(paper, parent, block, beside);
		case 'ticket':
			return drawTicket(paper, parent, block, beside);
		case 'code':
			return drawAddress(paper, parent, block, beside);
		case 'signature':
			return drawSignature(paper, parent, block.text, beside);
	}
}

function drawSection(
	paper: Paper,
	parent: Element,
	block: ProofBlock & { kind: 'section' },
	beside: Beside,
	level: number
): void {
	// A heading never stays alone at the foot of a page.
	paper.keep(heightOfBoth(paper, block.title, beside, SECTION, paper.width) + 4 * lineHeight(BODY));
	paper.y += GAP;
	paper.group(parent, 'Sect', {}, (section) => {
		const title = {
			...block.title,
			fr: block.mark ? `${block.mark})  ${block.title.fr}` : block.title.fr
		};
		drawText(paper, section, `H${level + 1}`, title, beside, SECTION, paper.column);
		paper.ornament(() => {
			paper.pdf.lineWidth(0.7).strokeColor(LINE);
			paper.pdf.moveTo(MARGIN.left, paper.y + 1).lineTo(MARGIN.left + paper.width, paper.y + 1);
			paper.pdf.stroke();
		});
		paper.y += GAP;
		drawBlocks(paper, section, block.blocks, beside, level + 1);
	});
	paper.y += GAP / 2;
}

function drawHeading(
	paper: Paper,
	parent: Element,
	title: Both,
	beside: Beside,
	level: number
): void {
	paper.keep(heightOfBoth(paper, title, beside, SUBHEADING, paper.width) + 3 * lineHeight(BODY));
	paper.y += 2;
	drawText(paper, parent, `H${level}`, title, beside, SUBHEADING, paper.column);
	paper.y += 3;
}

function drawList(
	paper: Paper,
	parent: Element,
	items: readonly Both[],
	beside: Beside,
	columns: 1 | 2
): void {
	const face: Face = columns === 2 ? { size: 9.5 } : BODY;
	const width = columns === 2 ? (paper.width - 18) / 2 : paper.width;
	const rows = columns === 2 ? inPairs(items) : items.map((item) => [item]);
	paper.group(parent, 'L', {}, (list) => {
		for (const row of rows) {
			const heights = row.map((item) => heightOfBoth(paper, item, beside, face, width - 12));
			paper.keep(Math.max(...heights));
			const top = paper.y;
			for (const [column, item] of row.entries()) {
				paper.y = top;
				const x = MARGIN.left + column * (width + 18);
				drawItem(paper, list, item, beside, face, { x, width });
			}
			paper.y = top + Math.max(...heights) + 2.5;
		}
	});
	paper.y += GAP / 2;
}

function drawItem(
	paper: Paper,
	list: Element,
	item: Both,
	beside: Beside,
	face: Face,
	{ x, width }: Place
): void {
	paper.group(list, 'LI', {}, (element) => {
		const top = paper.y;
		// The mark stands where the line begins.
		const fromRight = isRightToLeft(item.fr);
		const mark = { x: fromRight ? x + width - 6 : x, width: 12 };
		paper.text(element, 'Lbl', '•', { ...face, colour: SEA, bold: true }, mark);
		paper.y = top;
		const place = { x: fromRight ? x : x + 12, width: width - 12 };
		paper.group(element, 'LBody', {}, (body) =>
			drawText(paper, body, 'P', item, beside, face, place)
		);
	});
}

/** Read down the first column, then the second, as they are printed: the tree keeps the order of the list. */
function inPairs<T>(items: readonly T[]): T[][] {
	const pairs: T[][] = [];
	for (let index = 0; index < items.length; index += 2) pairs.push(items.slice(index, index + 2));
	return pairs;
}

function drawNumber(
	paper: Paper,
	parent: Element,
	block: ProofBlock & { kind: 'number' },
	beside: Beside
): void {
	paper.keep(64);
	drawText(paper, parent, 'P', block.label, beside, TERM, paper.column);
	paper.y += 2;
	paper.text(parent, 'P', block.value, { size: 20, bold: true, colour: INK }, paper.column);
	paper.y += GAP;
}
