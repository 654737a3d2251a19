import { encode } from 'uqr';
import { INK, type Paper } from './paper.ts';

/** Points: a telephone held a hand away reads it from poor print. */
export const CODE_SIZE = 84;

/**
 * A QR code that opens an address of ours: the page, where the person signs in, and never what it holds. Level M
 * survives a fold and a thumb. With the quiet margin of four modules that readers need (ISO/IEC 18004).
 */
export function drawCode(paper: Paper, address: string, x: number, y: number): void {
	const { data, size } = encode(address, { ecc: 'M', border: 4 });
	const module = CODE_SIZE / size;
	paper.pdf.fillColor(INK);
	for (const [row, line] of data.entries()) {
		for (const [column, isDark] of line.entries()) {
			// A hair wider than its place: no white seam between neighbours.
			if (isDark)
				paper.pdf.rect(x + column * module, y + row * module, module + 0.05, module + 0.05);
		}
	}
	paper.pdf.fill();
}
