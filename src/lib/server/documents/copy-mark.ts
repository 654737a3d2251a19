import type { Rotation } from '../../domain/documents/paper-codes.ts';

/** A picture of a page as its PDF lays it down, in points, before it is turned. */
export type MarkedSheet = { width: number; height: number; rotation: Rotation };

/** What a page with a mark needs beside its picture: one of the fonts that every reader has, and two transparencies. */
export const MARK_RESOURCES =
	'/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>>>/ExtGState<</B<</ca 0.85>>/D<</ca 0.13>>>>';

const FOOT = { height: 18, size: 9 } as const;
/** Across the page, from corner to corner, faint enough to read through. */
const ACROSS_SIZE_MAX = 34;
/** Width of an average letter of Helvetica, in parts of its size. */
const LETTER = 0.52;

/**
 * Draws what a copy is for: in full on a light band at the foot, and faintly across the page, upright however the page
 * is turned. What a picture shows stays readable under it.
 */
export function drawMark(text: string, sheet: MarkedSheet): string {
	const turned = sheet.rotation === 90 || sheet.rotation === 270;
	const [width, height] = turned ? [sheet.height, sheet.width] : [sheet.width, sheet.height];
	const words = `(${inWinAnsi(text)}) Tj`;
	const angle = Math.atan2(height, width);
	const size = Math.min(
		ACROSS_SIZE_MAX,
		(0.8 * Math.hypot(width, height)) / (text.length * LETTER)
	);
	const length = text.length * LETTER * size;
	const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
	const x = width / 2 - (length / 2) * cos;
	const y = height / 2 - (length / 2) * sin;
	return [
		`q ${upright(sheet)} cm`,
		`/B gs 1 g 0 0 ${round(width)} ${FOOT.height} re f`,
		`0.1 g BT /F ${FOOT.size} Tf 12 6 Td ${words} ET`,
		`/D gs 0.1 g BT /F ${round(size)} Tf ${[cos, sin, -sin, cos, x, y].map(round).join(' ')} Tm ${words} ET`,
		'Q'
	].join('\n');
}

/** From what the eye sees to the sheet: the reader turns the page to the right (ISO 32000 8.3.4). */
function upright({ width, height, rotation }: MarkedSheet): string {
	const [w, h] = [round(width), round(height)];
	switch (rotation) {
		case 0:
			return '1 0 0 1 0 0';
		case 90:
			return `0 1 -1 0 ${w} 0`;
		case 180:
			return `-1 0 0 -1 ${w} ${h}`;
		case 270:
			return `0 -1 1 0 0 ${h}`;
	}
}

const round = (value: number) => Number(value.toFixed(3));

/** Letters as the standard fonts know them, escaped as a PDF string; what they do not know becomes a question mark. */
function inWinAnsi(text: string): string {
	const dashes: Readonly<Record<string, string>> = {
		'–': '\x96',
		'—': '\x97',
		'’': '\x92',
		'€': '\x80'
	};
	return Array.from(text.normalize('NFC'), (letter) => dashes[letter] ?? letter)
		.map((letter) => (letter.charCodeAt(0) > 0xff ? '?' : letter))
		.join('')
		.replace(/[\\()]/g, '\\$&');
}
