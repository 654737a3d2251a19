import { deflateSync, crc32 } from 'node:zlib';

/* Small real files for the demonstration's papers. Each says that it is a specimen, the picture in its comment. */

export type DemoFile = { fileName: string; declaredType: string; bytes: Uint8Array };

/** A page of PDF with one sentence; Latin letters without accents, so that no font need be embedded. */
export function specimenPdf(fileName: string, sentence: string): DemoFile {
	const safe = sentence
		.normalize('NFD')
		.replace(/[^\x20-\x7e]/g, '')
		.replace(/[()\\]/g, '');
	const stream = `BT /F1 20 Tf 60 740 Td (SPECIMEN) Tj 0 -34 Td /F1 13 Tf (${safe}) Tj ET`;
	const objects = [
		'<< /Type /Catalog /Pages 2 0 R >>',
		'<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
		'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
		`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
		'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'
	];
	let body = '%PDF-1.4\n';
	const offsets = objects.map((object, index) => {
		const at = body.length;
		body += `${index + 1} 0 obj\n${object}\nendobj\n`;
		return at;
	});
	const lines = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
	const size = objects.length + 1;
	const tail = `xref\n0 ${size}\n0000000000 65535 f \n${lines}trailer << /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
	return { fileName, declaredType: 'application/pdf', bytes: Buffer.from(body + tail, 'latin1') };
}

const [WIDTH, HEIGHT] = [320, 200];
/** Palette of the picture: paper, ink, sea, sun. */
const PALETTE = [0xfb, 0xf7, 0xef, 0x2b, 0x2b, 0x33, 0x1f, 0x6f, 0x8b, 0xe0, 0xa0, 0x30];

/** A picture of a card: a coloured band, a square where a face would be, grey lines, and no name. */
export function specimenPng(fileName: string): DemoFile {
	const rows = Array.from({ length: HEIGHT }, (_, y) =>
		Buffer.from([0, ...Array.from({ length: WIDTH }, (_unused, x) => colourAt(x, y))])
	);
	const header = Buffer.alloc(13);
	header.writeUInt32BE(WIDTH, 0);
	header.writeUInt32BE(HEIGHT, 4);
	// 8 bits a pixel, by palette.
	header.set([8, 3, 0, 0, 0], 8);
	const bytes = Buffer.concat([
		Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
		chunk('IHDR', header),
		chunk('PLTE', Buffer.from(PALETTE)),
		chunk('tEXt', Buffer.from('Comment\0Specimen, document fictif', 'latin1')),
		chunk('IDAT', deflateSync(Buffer.concat(rows))),
		chunk('IEND', Buffer.alloc(0))
	]);
	return { fileName, declaredType: 'image/png', bytes };
}

function colourAt(x: number, y: number): number {
	if (y < 36) return 2;
	if (x > 24 && x < 104 && y > 60 && y < 160) return 3;
	return x > 130 && x < 290 && y > 64 && y % 22 < 5 ? 1 : 0;
}

function chunk(type: string, data: Buffer): Buffer {
	const named = Buffer.concat([Buffer.from(type, 'ascii'), data]);
	const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(data.length);
	check.writeUInt32BE(crc32(named));
	return Buffer.concat([length, named, check]);
}
