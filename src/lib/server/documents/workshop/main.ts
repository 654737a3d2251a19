import { buffer } from 'node:stream/consumers';
import { drawPdf } from './draw-pdf.ts';
import { frameBytes, type Frame } from './frames.ts';
import { redrawPhoto, type Picture } from './pictures.ts';
import { Trouble } from './trouble.ts';

/*
 * The process that opens what people send, one file, then ends (run-workshop.ts starts it). It is given the bytes on its
 * standard input and the type as its only word; it gives back pictures. It knows nothing else: no environment, no key,
 * no name, no network.
 */

async function* pagesOf(type: string, file: Buffer): AsyncGenerator<Picture> {
	if (type === 'application/pdf') yield* drawPdf(file);
	else if (type === 'image/jpeg' || type === 'image/png') yield await redrawPhoto(file);
	else throw new Trouble('damaged');
}

async function say(frame: Frame, picture?: Uint8Array): Promise<void> {
	const flushed = Promise.withResolvers<void>();
	process.stdout.write(frameBytes(frame, picture), () => flushed.resolve());
	await flushed.promise;
}

try {
	await say({ ready: true });
	const file = await buffer(process.stdin);
	let pages = 0;
	for await (const { width, height, bytes } of pagesOf(process.argv[2] ?? '', file)) {
		await say({ page: { width, height, bytes: bytes.length } }, bytes);
		pages += 1;
	}
	await say({ pages });
} catch (error) {
	if (!(error instanceof Trouble)) throw error;
	await say({ trouble: error.trouble });
}
