import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';

/** How somebody took the photo: well, or in one of the ways for which it is asked again. */
export type Taken = 'well' | 'blurred' | 'dark' | 'cut' | 'sideways';

export type Drawn = { width: number; height: number; bytes: Buffer };

/** A kitchen table. */
const TABLE = { r: 176, g: 148, b: 118 };
/** Nobody holds a phone quite straight. */
const TILT = 2.2;
/** Pixels a point: sharp enough to be read, light enough that the demonstration starts quickly. */
const SCALE = 1.7;

/** The pages of a document, as pixels. */
async function pixelsOf(document: Buffer) {
	const library = await PDFiumLibrary.init();
	const pdf = await library.loadDocument(document);
	const pages = [];
	for (const page of pdf.pages()) pages.push(await page.render({ scale: SCALE, render: 'bitmap' }));
	pdf.destroy();
	library.destroy();
	return pages.map(({ width, height, data }) => ({ width, height, data: Buffer.from(data) }));
}

/** The pages of a fictional PDF, as the workshop of the real ones would draw them. */
export async function* drawnPages(document: Buffer): AsyncGenerator<Drawn> {
	for (const { width, height, data } of await pixelsOf(document)) {
		const raw = { width, height, channels: 4 } as const;
		const bytes = await sharp(data, { raw }).removeAlpha().jpeg({ quality: 82 }).toBuffer();
		yield { width, height, bytes };
	}
}

/** A phone's photo of the first page of a document: on a table, a little askew, with its light. */
export async function photographed(document: Buffer, taken: Taken): Promise<Buffer> {
	const [first] = await pixelsOf(document);
	const { width, height, data } = first!;
	const askew = await sharp(data, { raw: { width, height, channels: 4 } })
		.rotate(TILT, { background: { ...TABLE, alpha: 1 } })
		.extend({ top: 60, bottom: 60, left: 50, right: 50, background: TABLE })
		.removeAlpha()
		.jpeg()
		.toBuffer();
	const lit = sharp(askew).modulate({ brightness: taken === 'dark' ? 0.32 : 0.97 });
	if (taken === 'blurred') lit.blur(7);
	if (taken === 'cut') lit.extract({ left: 0, top: 0, width: width - 120, height: height - 260 });
	if (taken === 'sideways')
		return sharp(await lit.toBuffer())
			.rotate(90)
			.jpeg()
			.toBuffer();
	return lit.jpeg({ quality: 78 }).toBuffer();
}
