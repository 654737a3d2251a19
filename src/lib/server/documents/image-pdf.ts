import type { Rotation } from '../../domain/documents/paper-codes.ts';
import { drawMark, MARK_RESOURCES } from './copy-mark.ts';

/** One page of the cleaned file: a picture of ours, in JPEG, three colours. */
export type PdfPage = {
	width: number;
	height: number;
	rotation: Rotation;
	byteSize: number;
	open: () => AsyncIterable<Uint8Array>;
};

/** The long edge of A4, in points: a photo says nothing of the size of the sheet. */
const LONG_EDGE_POINTS = 841.89;

/**
 * A PDF made of pictures and of nothing else: no text, link, form, script, font, metadata or date. Written as it goes,
 * one page in memory, whatever the number of pages (ISO 32000 7.5: objects, table of their places, trailer).
 * @param mark what is written across each page of a copy (copy-mark.ts)
 */
export async function* imagePdf(
	pages: readonly PdfPage[],
	mark: string | null = null
): AsyncGenerator<Uint8Array> {
	const places: number[] = [];
	let at = 0;
	const put = (bytes: Uint8Array | string) => {
		const written = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes;
		at += written.length;
		return written;
	};
	const begin = (number: number) => {
		places[number] = at;
		return `${number} 0 obj\n`;
	};
	yield put('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n');
	yield put(`${begin(1)}<</Type/Catalog/Pages 2 0 R>>\nendobj\n`);
	const kids = pages.map((_, index) => `${numberOf(index)} 0 R`).join(' ');
	yield put(`${begin(2)}<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>\nendobj\n`);
	for (const [index, page] of pages.entries()) {
		const number = numberOf(index);
		yield put(begin(number) + pageObject(page, number, mark));
		yield put(begin(number + 1) + contentObject(page, mark));
		yield put(begin(number + 2) + pictureHead(page));
		for await (const part of page.open()) yield put(part);
		yield put('\nendstream\nendobj\n');
	}
	yield put(tail(places, at));
}

/** Each page is three objects, after the catalogue and the list of pages. */
const numberOf = (index: number) => 3 + 3 * index;

function sizeInPoints({ width, height }: PdfPage): [string, string] {
	const scale = LONG_EDGE_POINTS / Math.max(width, height);
	return [(width * scale).toFixed(2), (height * scale).toFixed(2)];
}

function pageObject(page: PdfPage, number: number, mark: string | null): string {
	const [width, height] = sizeInPoints(page);
	const turned = page.rotation === 0 ? '' : `/Rotate ${page.rotation}`;
	return `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]${turned}/Contents ${number + 1} 0 R/Resources<</XObject<</P ${number + 2} 0 R>>${mark === null ? '' : MARK_RESOURCES}>>>>\nendobj\n`;
}

function contentObject(page: PdfPage, mark: string | null): string {
	const [width, height] = sizeInPoints(page);
	const { rotation } = page;
	const sheet = { width: Number(width), height: Number(height), rotation };
	const written = mark === null ? '' : `\n${drawMark(mark, sheet)}`;
	const drawing = `q ${width} 0 0 ${height} 0 0 cm /P Do Q${written}`;
	return `<</Length ${drawing.length}>>\nstream\n${drawing}\nendstream\nendobj\n`;
}

function pictureHead({ width, height, byteSize }: PdfPage): string {
	return `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode/Length ${byteSize}>>\nstream\n`;
}

function tail(places: number[], at: number): string {
	const lines = places.slice(1).map((place) => `${String(place).padStart(10, '0')} 00000 n \n`);
	const size = places.length;
	return `xref\n0 ${size}\n0000000000 65535 f \n${lines.join('')}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${at}\n%%EOF\n`;
}
