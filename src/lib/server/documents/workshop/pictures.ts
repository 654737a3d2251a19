import sharp, { type Sharp } from 'sharp';
import { JPEG_QUALITY, LONG_EDGE_MAX, PIXELS_MAX } from '../../../domain/documents/page-limits.ts';
import { Trouble } from './trouble.ts';

// Every decoder of libvips is closed, then two opened: what a file says it is was decided before it comes here.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer'] });
sharp.cache(false);
sharp.concurrency(1);

export type Picture = { width: number; height: number; bytes: Buffer };

const STRICT = { failOn: 'warning', limitInputPixels: PIXELS_MAX, pages: 1 } as const;

/**
 * Makes a page of a photo: upright, in sRGB, on white, within 3,000 pixels, nothing kept but pixels.
 * @throws Trouble `too-many-pixels`, `damaged`
 */
export async function redrawPhoto(file: Buffer): Promise<Picture> {
	await refuseBomb(file);
	return encode(sharp(file, STRICT).autoOrient().flatten({ background: '#ffffff' }));
}

/** Asked of the header alone, so that it can be told apart from a damaged picture. */
async function refuseBomb(file: Buffer): Promise<void> {
	const { width, height } = await sharp(file, { ...STRICT, limitInputPixels: false })
		.metadata()
		.catch(() => Promise.reject(new Trouble('damaged')));
	if (width * height > PIXELS_MAX) throw new Trouble('too-many-pixels');
}

/** Makes a page of what was drawn from a PDF: four bytes a pixel, opaque. */
export function encodeDrawing(data: Uint8Array, width: number, height: number): Promise<Picture> {
	return encode(sharp(data, { raw: { width, height, channels: 4 } }).removeAlpha());
}

async function encode(image: Sharp): Promise<Picture> {
	try {
		const { data, info } = await image
			.resize({
				width: LONG_EDGE_MAX,
				height: LONG_EDGE_MAX,
				fit: 'inside',
				withoutEnlargement: true
			})
			.toColourspace('srgb')
			.jpeg({ quality: JPEG_QUALITY, progressive: false })
			.toBuffer({ resolveWithObject: true });
		return { width: info.width, height: info.height, bytes: data };
	} catch {
		throw new Trouble('damaged');
	}
}
