import { PDFiumLibrary, type PDFiumDocument, type PDFiumPage } from '@hyzyla/pdfium';
import {
	DOTS_AN_INCH,
	LONG_EDGE_MAX,
	PAGES_MAX,
	PIXELS_MAX
} from '../../../domain/documents/page-limits.ts';
import { pdfTrouble } from '../../../domain/documents/pdf-findings.ts';
import { inspectPdf } from './inspect-pdf.ts';
import { encodeDrawing, type Picture } from './pictures.ts';
import { Trouble } from './trouble.ts';

const POINTS_AN_INCH = 72;

/**
 * Draws the pages of a PDF, one at a time, after a look at its structure. Its scripts and actions are never run: this
 * build of PDFium has no engine for them.
 * @throws Trouble
 */
export async function* drawPdf(file: Buffer): AsyncGenerator<Picture> {
	const inspection = await inspectPdf(file);
	const library = await PDFiumLibrary.init();
	const document = await open(library, file);
	// One that opens without a password is only protected against changes; we change nothing.
	const trouble = inspection && pdfTrouble(inspection.findings);
	if (trouble) throw new Trouble(trouble);
	const count = document.getPageCount();
	if (count < 1) throw new Trouble('damaged');
	if (count > PAGES_MAX) throw new Trouble('too-many-pages');
	const fields = inspection?.findings.has('form') ?? false;
	for (let index = 0; index < count; index += 1) yield draw(document, index, fields);
}

async function open(library: PDFiumLibrary, file: Buffer): Promise<PDFiumDocument> {
	try {
		return await library.loadDocument(file);
	} catch (error) {
		const said = error instanceof Error ? error.message : '';
		throw new Trouble(/password|security/i.test(said) ? 'encrypted-pdf' : 'damaged');
	}
}

async function draw(document: PDFiumDocument, index: number, fields: boolean): Promise<Picture> {
	try {
		const page = document.getPage(index);
		const { width, height, data } = await page.render({
			scale: scaleOf(page),
			render: 'bitmap',
			renderFormFields: fields
		});
		return await encodeDrawing(data, width, height);
	} catch (error) {
		throw error instanceof Trouble ? error : new Trouble('damaged');
	}
}

/** 200 dots an inch, or less for a page larger than paper. */
function scaleOf(page: PDFiumPage): number {
	const { originalWidth: width, originalHeight: height } = page.getOriginalSize();
	if (!(width >= 1 && height >= 1)) throw new Trouble('damaged');
	const scale = Math.min(DOTS_AN_INCH / POINTS_AN_INCH, LONG_EDGE_MAX / Math.max(width, height));
	const narrow = Math.min(width, height) * scale;
	if (narrow < 1 || narrow * LONG_EDGE_MAX > PIXELS_MAX) throw new Trouble('damaged');
	return scale;
}
