import { buffer } from 'node:stream/consumers';
import { PDFDocument, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
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
