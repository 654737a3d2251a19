import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import type { BusboyFileStream } from '@fastify/busboy';
import { RuleBroken } from '../../domain/errors.ts';
import { openForm, overLimit, parts, type Fields } from './read-upload.ts';
import type { IncomingFile } from './receive-file.ts';

/** Files of one form: the pages of one document. */
const FILES_MAX = 20;

/**
 * Reads a multipart form that carries several files, streaming: `take` gets each in turn as its bytes arrive, the next
 * one only when it is done. Whatever is refused, the body is read to its end: a browser shows our answer only when it
 * has sent everything.
 *
 * @param fields filled as they arrive, so that what was typed can be shown again
 * @throws RuleBroken the first that a `take` threw; `file-too-large` when the server's own limit cut the body,
 * `file-too-many-files`, `file-interrupted` when the connection broke or the form is damaged
 */
export async function readUploads(
	request: Request,
	fileField: string,
	take: (file: IncomingFile) => Promise<void>,
	fields: Map<string, string>
): Promise<Fields> {
	const form = openForm(request, { files: FILES_MAX + 1, parts: FILES_MAX + 21, fields: 20 });
	const takings: Promise<void>[] = [];
	let current: BusboyFileStream | undefined;
	form.on('field', (name, value) => void (fields.has(name) || fields.set(name, value)));
	form.on('file', (name, stream, fileName, _encoding, declaredType) => {
		stream.on('error', () => undefined);
		if (name !== fileField || !fileName) return void stream.resume();
		current = stream;
		const file = { fileName, declaredType, body: parts(stream) };
		const taking =
			takings.length < FILES_MAX
				? take(file)
				: Promise.reject(new RuleBroken('file-too-many-files'));
		takings.push(taking);
		// The rest of a refused file is read and dropped. The refusal itself is awaited below.
		taking.catch(() => stream.resume());
	});
	try {
		await pipeline(Readable.fromWeb(request.body as WebStream), form);
	} catch (cause) {
		const broken = new RuleBroken(overLimit(cause) ? 'file-too-large' : 'file-interrupted');
		current?.destroy(broken);
		await Promise.allSettled(takings);
		throw broken;
	}
	for (const taking of takings) await taking;
	return fields;
}
