import { buffer } from 'node:stream/consumers';
import { PDFDocument, PDFName, PDFRawStream, PDFString, type PDFRef } from '@cantoo/pdf-lib';
import PdfKit from 'pdfkit';
import sharp from 'sharp';

/** What a phone sends: a JPEG with the place where it was taken, lying on its side as cameras leave them. */
export function photo(width = 600, height = 800): Promise<Buffer> {
	return sharp({ create: { width: height, height: width, channels: 3, background: '#c8b48c' } })
		.withExif({
			IFD0: { Make: 'Fictif', Software: 'Appareil' },
			IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '43/1 34/1 0/1' }
		})
		.withMetadata({ orientation: 6 })
		.jpeg()
		.toBuffer();
}

export function png(width = 300, height = 200): Promise<Buffer> {
	return sharp({ create: { width, height, channels: 4, background: '#00000000' } })
		.png()
		.toBuffer();
}

type Writing = InstanceType<typeof PdfKit>;

/** A PDF of so many pages of text. */
export function pdf(
	pages = 1,
	options: PDFKit.PDFDocumentOptions = {},
	write: (document: Writing) => void = () => undefined
): Promise<Buffer> {
	const document = new PdfKit({ size: 'A4', ...options });
	for (let page = 1; page <= pages; page += 1) {
		if (page > 1) document.addPage();
		document.text(
			`Avis d'imposition fictif, page ${page}. Revenu fiscal de référence : 12 345 euros.`
		);
	}
	write(document);
	document.end();
	return buffer(document);
}

/** A PDF that runs a program when it is opened. */
export async function scriptedPdf(): Promise<Buffer> {
	const document = await PDFDocument.load(await pdf());
	document.addJavaScript('bonjour', 'app.alert("bonjour")');
	return Buffer.from(await document.save());
}

/** The EICAR test file, written so that no antivirus finds it in this source (eicar.org). */
export const EICAR = Buffer.from(
	'WDVPIVAlQEFQWzRcUFpYNTQoUF4pN0NDKTd9JEVJQ0FSLVNUQU5EQVJELUFOVElWSVJVUy1URVNULUZJTEUhJEgrSCo=',
	'base64'
);

/** A picture of 30,000 × 30,000 pixels in about 110 kB: 2.7 GB once decoded. */
export async function pixelBomb(side = 30_000): Promise<Buffer> {
	const { deflateSync, crc32 } = await import('node:zlib');
	const chunk = (name: string, body: Buffer) => {
		const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
		const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
		length.writeUInt32BE(body.length);
		sum.writeUInt32BE(crc32(named));
		return Buffer.concat([length, named, sum]);
	};
	const head = Buffer.alloc(13);
	head.writeUInt32BE(side, 0);
	head.writeUInt32BE(side, 4);
	// One bit a pixel, grey.
	head.set([1, 0, 0, 0, 0], 8);
	const rows = Buffer.alloc(side * (1 + Math.ceil(side / 8)));
	return Buffer.concat([
		Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
		chunk('IHDR', head),
		chunk('IDAT', deflateSync(rows, { level: 9 })),
		chunk('IEND', Buffer.alloc(0))
	]);
}

/** A PDF that starts a program of its reader. */
export async function launchingPdf(): Promise<Buffer> {
	const document = await PDFDocument.load(await pdf());
	const action = document.context.obj({ Type: 'Action', S: 'Launch', F: PDFString.of('calc.exe') });
	document.catalog.set(PDFName.of('OpenAction'), action);
	return Buffer.from(await document.save());
}

/** A PDF that carries another file. */
export async function pdfWithFile(): Promise<Buffer> {
	const document = await PDFDocument.load(await pdf());
	await document.attach(Buffer.from('MZ'), 'facture.exe', { mimeType: 'application/octet-stream' });
	return Buffer.from(await document.save());
}

/** A PDF whose pages are drawn by a program of its own. */
export async function xfaPdf(): Promise<Buffer> {
	const document = await PDFDocument.load(await pdf());
	document.catalog.set(PDFName.of('AcroForm'), document.context.obj({ XFA: [], Fields: [] }));
	return Buffer.from(await document.save());
}

/** A PDF of a page whose drawing unfolds to so many bytes: a bomb that a small file hides. */
export async function pdfBomb(bytes: number): Promise<Buffer> {
	const { deflateSync } = await import('node:zlib');
	const folded = deflateSync(Buffer.alloc(bytes, '0 0 m 9 9 l S\n'), { level: 9 });
	const document = await PDFDocument.create();
	const page = document.addPage([595, 842]);
	const dict = document.context.obj({ Filter: 'FlateDecode', Length: folded.length });
	const stream = document.context.register(PDFRawStream.of(dict, folded));
	page.node.set(PDFName.of('Contents'), stream);
	return Buffer.from(await document.save());
}

/** A tiny PDF that takes hours to draw: a line of a million dashes, a thousand times over. */
export async function endlessPdf(): Promise<Buffer> {
	const document = await PDFDocument.create();
	const { context } = document;
	const form = (drawing: string, inner?: PDFRef) =>
		context.register(
			context.stream(drawing, {
				Type: 'XObject',
				Subtype: 'Form',
				BBox: [0, 0, 500, 500],
				...(inner && { Resources: { XObject: { X: inner } } })
			})
		);
	let last = form('0.02 w [0.04 0.04] 0 d 0 0 m 40000 40000 l S\n');
	for (let depth = 0; depth < 3; depth += 1) last = form('/X Do\n'.repeat(10), last);
	const page = document.addPage([500, 500]);
	page.node.set(PDFName.of('Resources'), context.obj({ XObject: { X: last } }));
	page.node.set(PDFName.of('Contents'), context.register(context.stream('/X Do\n')));
	return Buffer.from(await document.save());
}

/** A PDF of a picture of 1.2 GB once it is unfolded. */
export async function hugePicturePdf(): Promise<Buffer> {
	const { deflateSync } = await import('node:zlib');
	const side = 20_000;
	const rows = deflateSync(Buffer.alloc(side * side * 3), { level: 1 });
	const document = await PDFDocument.create();
	const { context } = document;
	const dict = context.obj({
		Type: 'XObject',
		Subtype: 'Image',
		Width: side,
		Height: side,
		ColorSpace: 'DeviceRGB',
		BitsPerComponent: 8,
		Filter: 'FlateDecode',
		Length: rows.length
	});
	const picture = context.register(PDFRawStream.of(dict, rows));
	const page = document.addPage([500, 500]);
	page.node.set(PDFName.of('Resources'), context.obj({ XObject: { X: picture } }));
	page.node.set(
		PDFName.of('Contents'),
		context.register(context.stream('500 0 0 500 0 0 cm /X Do\n'))
	);
	return Buffer.from(await document.save());
}
