import { PHOTO_QUALITY, reducedSize, scaledTo, type Size } from '../../domain/documents/photo.ts';
import { BYTES_TO_MEASURE, pictureSize } from '../../domain/documents/picture-size.ts';
import {
	LOOKED_AT_EDGE,
	readingFaults,
	type ReadingFault
} from '../../domain/documents/readable.ts';

/** What comes back from the worker: a smaller picture, or nothing when this browser cannot make one. */
export type Reduced = { blob: Blob; faults: ReadingFault[] } | null;

/*
 * Off the page's own thread: the screen stays alive for the seconds a cheap phone needs. One photo at a time; its
 * pixels are given back before the next.
 */
self.onmessage = async ({ data }: MessageEvent<Blob>) => {
	self.postMessage(await reduce(data).catch(() => null));
};

async function reduce(file: Blob): Promise<Reduced> {
	const { bitmap, original } = await decode(file);
	try {
		const size = reducedSize(original);
		const canvas = new OffscreenCanvas(size.width, size.height);
		draw(canvas, bitmap);
		const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: PHOTO_QUALITY });
		return { blob, faults: readingFaults(original, grey(bitmap, size)) };
	} finally {
		bitmap.close();
	}
}

/** Straight to the small size when the file says its own: 12 million points take 48 MB. Upright either way. */
async function decode(file: Blob): Promise<{ bitmap: ImageBitmap; original: Size }> {
	const original = pictureSize(new Uint8Array(await file.slice(0, BYTES_TO_MEASURE).arrayBuffer()));
	const options = { imageOrientation: 'from-image', resizeQuality: 'high' } as const;
	if (original) {
		const { width, height } = reducedSize(original);
		const small = { ...options, resizeWidth: width, resizeHeight: height };
		return { bitmap: await createImageBitmap(file, small), original };
	}
	const bitmap = await createImageBitmap(file, options);
	return { bitmap, original: { width: bitmap.width, height: bitmap.height } };
}

function draw(canvas: OffscreenCanvas, bitmap: ImageBitmap): OffscreenCanvasRenderingContext2D {
	const context = canvas.getContext('2d', { willReadFrequently: true })!;
	// A picture with holes would turn black where it is empty.
	context.fillStyle = '#fff';
	context.fillRect(0, 0, canvas.width, canvas.height);
	context.imageSmoothingQuality = 'high';
	context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
	return context;
}

function grey(bitmap: ImageBitmap, of: Size) {
	const { width, height } = scaledTo(of, LOOKED_AT_EDGE);
	const { data } = draw(new OffscreenCanvas(width, height), bitmap).getImageData(
		0,
		0,
		width,
		height
	);
	const values = new Uint8Array(width * height);
	for (let at = 0; at < values.length; at += 1) {
		const from = at * 4;
		values[at] = 0.299 * data[from]! + 0.587 * data[from + 1]! + 0.114 * data[from + 2]!;
	}
	return { width, height, values };
}
