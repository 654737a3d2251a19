import type { Size } from './photo.ts';

/** How much of a file `pictureSize` wants to see: cameras put a thumbnail and colour profiles before the size. */
export const BYTES_TO_MEASURE = 262_144;

const SHORT = 2;
/** EXIF orientations 5 to 8 lie on their side (Exif 2.32, tag 0x0112). */
const ON_ITS_SIDE = 5;

/**
 * The size of a JPEG or a PNG once upright, read from its first bytes without decoding it: a phone that knows the size
 * can decode straight to a small picture, where the whole one takes 48 MB of memory.
 * @returns null when the bytes do not say
 */
export function pictureSize(head: Uint8Array): Size | null {
	const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
	if (starts(head, [0x89, 0x50, 0x4e, 0x47]) && head.length >= 24) {
		return { width: view.getUint32(16), height: view.getUint32(20) };
	}
	return starts(head, [0xff, 0xd8]) ? jpegSize(view) : null;
}

/** Walks the segments of a JPEG up to its frame header (ITU T.81, B.1.1.3). */
function jpegSize(view: DataView): Size | null {
	let orientation = 1;
	let at = 2;
	while (at + 9 <= view.byteLength) {
		if (view.getUint8(at) !== 0xff) return null;
		const marker = view.getUint8(at + 1);
		if (marker === 0xff) {
			at += 1;
			continue;
		}
		const length = view.getUint16(at + SHORT);
		if (length < SHORT) return null;
		if (isFrame(marker)) {
			const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
			if (width === 0 || height === 0) return null;
			return orientation >= ON_ITS_SIDE ? { width: height, height: width } : { width, height };
		}
		if (marker === 0xe1) orientation = orientationOf(view, at + 4, length - SHORT) ?? orientation;
		at += SHORT + length;
	}
	return null;
}

/** SOF0 to SOF15, without the tables that share their numbers (DHT, JPG, DAC). */
function isFrame(marker: number): boolean {
	return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** The orientation written in an EXIF segment; null when it holds none. */
function orientationOf(view: DataView, from: number, length: number): number | null {
	const end = Math.min(view.byteLength, from + length);
	const tiff = from + 6;
	if (tiff + 8 > end || view.getUint32(from) !== 0x45786966) return null;
	const little = view.getUint16(tiff) === 0x4949;
	const directory = tiff + view.getUint32(tiff + 4, little);
	if (directory + SHORT > end) return null;
	const entries = view.getUint16(directory, little);
	for (let entry = 0; entry < entries; entry += 1) {
		const at = directory + SHORT + entry * 12;
		if (at + 12 > end) return null;
		if (view.getUint16(at, little) === 0x0112) return view.getUint16(at + 8, little);
	}
	return null;
}

function starts(bytes: Uint8Array, signature: readonly number[]): boolean {
	return signature.every((byte, index) => bytes[index] === byte);
}
