import type { Rotation } from '../../domain/documents/paper-codes.ts';

/** Values of the EXIF tag Orientation that a viewer turns to the right by so many degrees. */
const ORIENTATION = { 90: 6, 180: 3, 270: 8 } as const;

/** An APP1 segment that says the orientation and nothing else (EXIF 2.32, 4.6). */
function segment(orientation: number): Buffer {
	const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1];
	const entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
	const body = [...Buffer.from('Exif\0\0', 'latin1'), ...tiff, ...entry];
	return Buffer.from([0xff, 0xe1, 0, body.length + 2, ...body]);
}

/** How many bytes `turnPicture` adds. */
export const turnedBy = (rotation: Rotation): number =>
	rotation === 0 ? 0 : segment(ORIENTATION[rotation]).length;

/** A JPEG of ours, which says nothing of its orientation, saying how it is to be turned: no pixel is touched. */
export async function* turnPicture(
	jpeg: AsyncIterable<Uint8Array>,
	rotation: Rotation
): AsyncGenerator<Uint8Array> {
	let begun = rotation === 0;
	for await (const part of jpeg) {
		if (begun) {
			yield part;
			continue;
		}
		begun = true;
		// After the two bytes that begin every JPEG.
		yield part.subarray(0, 2);
		yield segment(ORIENTATION[rotation as Exclude<Rotation, 0>]);
		yield part.subarray(2);
	}
}
