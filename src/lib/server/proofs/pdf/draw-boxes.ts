import type { Both, ProofBlock } from '../proof.ts';
import { CODE_SIZE, drawCode } from './draw-code.ts';
import { drawFacts, heightOfFacts } from './draw-facts.ts';
import {
	BODY,
	drawText,
	GAP,
	heightOfBoth,
	SMALL,
	STRONG,
	type Beside,
	type Element
} from './draw-texts.ts';
import { MARGIN, MUTED, SEA, SUN, WASH, type Face, type Paper } from './paper.ts';

export function drawNotice(
	paper: Paper,
	parent: Element,
	block: ProofBlock & { kind: 'notice' },
	beside: Beside
): void {
	const place = { x: MARGIN.left + 16, width: paper.width - 30 };
	const texts: [Both, Face][] = [
		...(block.title ? [[block.title, STRONG] as [Both, Face]] : []),
		...block.texts.map((text): [Both, Face] => [text, { ...BODY, size: 10 }])
	];
	const height =
		texts.reduce(
			(sum, [text, face]) => sum + heightOfBoth(paper, text, beside, face, place.width) + 4,
			0
		) + 16;
	paper.keep(height);
	paper.ornament(() => {
		paper.pdf.rect(MARGIN.left, paper.y, paper.width, height).fill(WASH);
		paper.pdf.rect(MARGIN.left, paper.y, 4, height).fill(SEA);
	});
	const bottom = paper.y + height;
	paper.y += 9;
	for (const [text, face] of texts) {
		drawText(paper, parent, 'P', text, beside, face, place);
		paper.y += 4;
	}
	paper.y = bottom + GAP;
}

export function drawTicket(
	paper: Paper,
	parent: Element,
	block: ProofBlock & { kind: 'ticket' },
	beside: Beside
): void {
	const place = { x: MARGIN.left + 20, width: paper.width - 40 };
	const big: Face = { size: 22, bold: true };
	const height =
		heightOfBoth(paper, block.day, beside, big, place.width) +
		heightOfBoth(paper, block.hour, beside, big, place.width) +
		heightOfFacts(paper, block.facts, beside, place.width) +
		52;
	paper.keep(height);
	const top = paper.y;
	paper.ornament(() => {
		paper.pdf.roundedRect(MARGIN.left, top, paper.width, height, 8);
		paper.pdf.lineWidth(1.2).strokeColor(SEA).stroke();
		paper.pdf.roundedRect(MARGIN.left + 20, top - 3, 64, 6, 3).fill(SUN);
	});
	paper.y += 20;
	drawText(paper, parent, 'P', block.day, beside, big, place);
	drawText(paper, parent, 'P', block.hour, beside, big, place);
	paper.y += 12;
	drawFacts(paper, parent, block.facts, beside, place);
	paper.y = top + height + GAP * 2;
}

export function drawAddress(
	paper: Paper,
	parent: Element,
	block: ProofBlock & { kind: 'code' },
	beside: Beside
): void {
	paper.keep(CODE_SIZE + 8);
	const top = paper.y;
	const alt = `Code QR qui ouvre la page ${block.address}`;
	const { left } = MARGIN;
	const bbox: [number, number, number, number] = [left, top, left + CODE_SIZE, top + CODE_SIZE];
	paper.leaf(parent, 'Figure', { alt, bbox }, () => drawCode(paper, block.address, left, top));
	const place = { x: left + CODE_SIZE + 14, width: paper.width - CODE_SIZE - 14 };
	paper.y = top + 10;
	drawText(paper, parent, 'P', block.text, beside, BODY, place);
	paper.y += 3;
	paper.text(parent, 'P', block.address, { ...STRONG, size: 10, colour: SEA }, place);
	paper.y = Math.max(paper.y, top + CODE_SIZE) + GAP;
}

export function drawSignature(paper: Paper, parent: Element, text: Both, beside: Beside): void {
	const height = 74;
	const textHeight = heightOfBoth(paper, text, beside, SMALL, paper.width);
	paper.keep(height + textHeight + 6);
	drawText(paper, parent, 'P', text, beside, SMALL, paper.column);
	paper.y += 4;
	paper.ornament(() => {
		paper.pdf.rect(MARGIN.left, paper.y, paper.width * 0.6, height);
		paper.pdf.lineWidth(0.8).dash(3, { space: 3 }).strokeColor(MUTED).stroke();
	});
	paper.y += height + GAP;
}
