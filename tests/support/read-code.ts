import { PDFiumLibrary } from '@hyzyla/pdfium';
import jsQR from 'jsqr';

/** Three pixels a point, about 216 dots an inch: what an ordinary printer puts on the paper. */
const SCALE = 3;

/**
 * What a telephone reads in the QR code of a printed page: the page drawn by PDFium, and the code found in it by a
 * reader that knows nothing of how it was made.
 * @returns null when no code can be read on any page
 */
export async function readCode(pdf: Uint8Array): Promise<string | null> {
	const library = await PDFiumLibrary.init();
	const document = await library.loadDocument(Buffer.from(pdf));
	try {
		for (let index = document.getPageCount() - 1; index >= 0; index--) {
			const page = document.getPage(index);
			const { width, height, data } = await page.render({ scale: SCALE, render: 'bitmap' });
			const found = jsQR(new Uint8ClampedArray(data), width, height);
			if (found) return found.data;
		}
		return null;
	} finally {
		document.destroy();
	}
}
