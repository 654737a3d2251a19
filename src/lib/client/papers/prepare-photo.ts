import { BYTES_TO_DETECT, detectType } from '../../domain/documents/detect-type.ts';
import { photoName } from '../../domain/documents/photo.ts';
import type { ReadingFault } from '../../domain/documents/readable.ts';
import type { Reduced } from './reduce-worker.ts';

/** A file ready to leave: reduced when it is a photo and this browser can, as it was chosen otherwise. */
export type Prepared = { file: Blob; name: string; picture: boolean; faults: ReadingFault[] };

/** A photo in HEIC that this browser cannot turn into a JPEG. */
export class HeicUnread extends Error {
	override readonly name = 'HeicUnread';
}

/** A phone at a tenth of a computer's speed needs 3 s; one that needs ten times as long will not come back. */
const PATIENCE_MS = 30_000;
let worker: Worker | null = null;

/**
 * Reduces a photo before it is sent; also drops what the camera wrote beside the pixels (place, hour, device). What
 * cannot be reduced is sent as it is: the server does the same again.
 * @throws HeicUnread
 */
export async function preparePhoto(file: File): Promise<Prepared> {
	const head = new Uint8Array(await file.slice(0, BYTES_TO_DETECT).arrayBuffer());
	const type = detectType(head);
	const picture = type === 'jpeg' || type === 'png' || type === 'heic';
	const reduced = picture ? await reduce(file) : null;
	if (reduced) {
		return { file: reduced.blob, name: photoName(file.name), picture, faults: reduced.faults };
	}
	if (type === 'heic') throw new HeicUnread();
	return { file, name: file.name, picture, faults: [] };
}

/** Null when this browser has no such worker, or when it failed. */
function reduce(file: Blob): Promise<Reduced> {
	return new Promise((resolve) => {
		try {
			worker ??= new Worker(new URL('./reduce-worker.ts', import.meta.url), { type: 'module' });
		} catch {
			return resolve(null);
		}
		const current = worker;
		const answer = (reduced: Reduced) => {
			clearTimeout(alarm);
			resolve(reduced);
		};
		const giveUp = () => {
			current.terminate();
			worker = null;
			answer(null);
		};
		const alarm = setTimeout(giveUp, PATIENCE_MS);
		current.onerror = giveUp;
		current.onmessage = ({ data }: MessageEvent<Reduced>) => answer(data);
		current.postMessage(file);
	});
}
