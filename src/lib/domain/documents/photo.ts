/** A photo as it leaves the phone: a word of 7 points stays readable, and 4 MB become about 450 kB (measured). */
export const PHOTO_EDGE_MAX = 2400;
export const PHOTO_QUALITY = 0.7;

/** Width and height in pixels. */
export type Size = { readonly width: number; readonly height: number };

/** The size a photo leaves with. */
export const reducedSize = (size: Size): Size => scaledTo(size, PHOTO_EDGE_MAX);

/** The same shape with its long edge at most `edge` pixels; never enlarged. */
export function scaledTo({ width, height }: Size, edge: number): Size {
	const scale = Math.min(1, edge / Math.max(width, height));
	return {
		width: Math.max(1, Math.round(width * scale)),
		height: Math.max(1, Math.round(height * scale))
	};
}

/** "IMG 12.HEIC" becomes "IMG 12.jpg": the name must say what the content is. */
export function photoName(name: string): string {
	const bare = name.replace(/\.[A-Za-z0-9]{1,5}$/, '');
	return `${bare === '' ? 'photo' : bare}.jpg`;
}
