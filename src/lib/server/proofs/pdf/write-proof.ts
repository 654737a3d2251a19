import type { Readable } from 'node:stream';
import type { Proof } from '../proof.ts';
import { drawBlocks } from './draw-blocks.ts';
import { INK, LINE, MARGIN, MUTED, Paper, SEA, SUN } from './paper.ts';

/**
 * Draws a proof on A4 sheets as a tagged PDF (PDF/UA), French with the person's language beside. The stream begins to
 * flow once the last page is known, since every foot says how many there are.
 */
export function writeProof(proof: Proof): Readable {
	const paper = new Paper({ title: proof.title.fr, lang: proof.language ?? 'fr-FR' });
	drawHead(paper, proof);
	drawBlocks(paper, paper.root, proof.blocks, proof.besideLanguage);
	paper.root.end();
	drawFeet(paper, proof.footer);
	paper.pdf.end();
	return paper.pdf as unknown as Readable;
}

function drawHead(paper: Paper, { title, subtitle, besideLanguage }: Proof): void {
	paper.ornament(() => drawMark(paper, MARGIN.left, paper.y, 30));
	paper.y += 7;
	paper.text(
		paper.root,
		'P',
		'Guichet Logement',
		{ size: 11, bold: true, colour: SEA },
		{
			x: MARGIN.left + 40,
			width: 300
		}
	);
	paper.y = MARGIN.top + 46;
	const face = { size: 21, bold: true, colour: INK };
	paper.text(paper.root, 'H1', title.fr, face, paper.column);
	const { beside } = title;
	if (besideLanguage && beside) {
		paper.text(paper.root, 'P', beside, { size: 13, colour: MUTED }, paper.column, besideLanguage);
	}
	paper.y += 3;
	const small = { size: 10, colour: MUTED };
	paper.text(paper.root, 'P', subtitle.fr, small, paper.column);
	if (besideLanguage && subtitle.beside) {
		const other = subtitle.beside;
		paper.text(paper.root, 'P', other, small, paper.column, besideLanguage);
	}
	paper.y += 12;
}

/** The mark of the site: a house whose door is a counter, with the sun going down behind it (64 units wide). */
function drawMark(paper: Paper, x: number, y: number, size: number): void {
	const { pdf } = paper;
	pdf.translate(x, y).scale(size / 64);
	pdf.roundedRect(0, 0, 64, 64, 14).fill(SEA);
	pdf.path('M10 31 32 12l22 19v21H10z').fill('#fbf7f0');
	pdf.path('M20 52V38a12 12 0 0 1 24 0v14z').fill(SEA);
	pdf.path('M24 42a8 8 0 0 1 16 0z').fill(SUN);
	pdf.path('M17 42h30v4H17z').fill('#fbf7f0');
}

function drawFeet(paper: Paper, footer: string): void {
	const { start, count } = paper.pdf.bufferedPageRange();
	for (let page = start; page < start + count; page++) {
		paper.pdf.switchToPage(page);
		paper.ornament(() => drawFoot(paper, footer, `${page - start + 1} / ${count}`), 'Pagination');
	}
}

function drawFoot(paper: Paper, footer: string, page: string): void {
	const top = paper.pdf.page.height - MARGIN.bottom + 16;
	const small = { size: 8.5, colour: MUTED };
	paper.pdf.lineWidth(0.7).strokeColor(LINE);
	paper.pdf
		.moveTo(MARGIN.left, top - 4)
		.lineTo(MARGIN.left + paper.width, top - 4)
		.stroke();
	paper.y = top;
	const width = paper.widthOf(page, small) + 4;
	paper.write(footer, small, { x: MARGIN.left, width: paper.width - width - 8 });
	paper.y = top;
	paper.write(page, small, { x: MARGIN.left + paper.width - width, width });
}
