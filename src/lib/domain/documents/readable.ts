import type { Size } from './photo.ts';

/** What may keep an agent from reading a photo. Said as advice: the person decides, and may send it as it is. */
export const READING_FAULTS = ['too-small', 'too-dark', 'blurred'] as const;
export type ReadingFault = (typeof READING_FAULTS)[number];

/** A picture in grey, 0 black to 255 white, line after line. */
export type Grey = Size & { readonly values: Uint8Array | Uint8ClampedArray };

/** The long edge of the small grey copy that is looked at. */
export const LOOKED_AT_EDGE = 1200;

/** An A4 sheet at less than about 85 points an inch: small print no longer shows. */
const SMALL_EDGE = 1000;
/** The paper itself, among the brightest points, is darker than a mid grey. */
const DARK_PAPER = 105;
/** The sharpest edges beside the contrast of the picture: a sharp page has 0.8 and more, an unreadable one 0.2. */
const SOFT_EDGES = 0.35;
/** Less contrast than this is an empty page: neither sharp nor blurred. */
const NO_CONTRAST = 20;

/**
 * @param original size of the photo before it was reduced, pixels
 * @param grey a copy of it at most 1,200 px long
 */
export function readingFaults(original: Size, grey: Grey): ReadingFault[] {
	const faults: ReadingFault[] = [];
	if (Math.max(original.width, original.height) < SMALL_EDGE) faults.push('too-small');
	if (brightness(grey.values) < DARK_PAPER) faults.push('too-dark');
	else if (isBlurred(grey)) faults.push('blurred');
	return faults;
}

/** The paper itself, whatever is written on it: nine points in ten are darker. */
const brightness = (values: Grey['values']) => quantile(values, 0.9);

/**
 * A sharp edge changes from one point to the next; a soft one takes many. Looks at the strongest edges only, the
 * thousandth part (of the Laplacian), so that a page with three lines on it is judged by these.
 */
function isBlurred({ width, height, values }: Grey): boolean {
	const contrast = quantile(values, 0.995) - quantile(values, 0.005);
	if (contrast < NO_CONTRAST || width < 3 || height < 3) return false;
	const edges = new Uint16Array((width - 2) * (height - 2));
	let edge = 0;
	for (let y = 1; y < height - 1; y += 1) {
		for (let x = 1; x < width - 1; x += 1) {
			const at = y * width + x;
			const around = values[at - 1]! + values[at + 1]! + values[at - width]! + values[at + width]!;
			edges[edge++] = Math.abs(around - 4 * values[at]!);
		}
	}
	return quantile(edges, 0.999) / contrast < SOFT_EDGES;
}

/** The value that this part of all values does not pass. */
function quantile(values: ArrayLike<number>, part: number): number {
	const counts = new Uint32Array(1024);
	for (let at = 0; at < values.length; at += 1) counts[values[at]!]! += 1;
	let left = values.length * part;
	let value = 0;
	while (value < counts.length - 1 && (left -= counts[value]!) > 0) value += 1;
	return value;
}
