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
/** Strength of the edges beside the contrast of the picture: a sharp page has 0.3 and more, a blurred one under 0.02. */
const SOFT_EDGES = 0.06;
/** Less contrast than this is an empty page: neither sharp nor blurred. */
const NO_CONTRAST = 30;

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

/** The grey that nine points in ten stay under: the paper, whatever is written on it. */
function brightness(values: Grey['values']): number {
	const counts = new Uint32Array(256);
	for (const value of values) counts[value]! += 1;
	let left = values.length / 10;
	for (let grey = 255; grey > 0; grey -= 1) {
		left -= counts[grey]!;
		if (left <= 0) return grey;
	}
	return 0;
}

/** Variance of the Laplacian (Pech-Pacheco 2000) beside the variance of the picture, so that pale ink counts too. */
function isBlurred({ width, height, values }: Grey): boolean {
	let [edges, squares, sum, count] = [0, 0, 0, 0];
	for (let y = 1; y < height - 1; y += 1) {
		for (let x = 1; x < width - 1; x += 1) {
			const at = y * width + x;
			const here = values[at]!;
			const around = values[at - 1]! + values[at + 1]! + values[at - width]! + values[at + width]!;
			edges += (around - 4 * here) ** 2;
			squares += here ** 2;
			sum += here;
			count += 1;
		}
	}
	if (count === 0) return false;
	const variance = squares / count - (sum / count) ** 2;
	return variance > NO_CONTRAST && edges / count / variance < SOFT_EDGES;
}
