import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { Busboy, type BusboyFileStream, type BusboyHeaders } from '@fastify/busboy';
import { RuleBroken } from '../../domain/errors.ts';
import type { IncomingFile } from './receive-file.ts';

/** What a form's file goes through while the rest of the form is still to come. */
type Take<T> = (file: IncomingFile, fields: Promise<Fields>) => Promise<T>;

export type Fields = ReadonlyMap<string, string>;
export type Upload<T> = { fields: Fields } & (
	{ taken: T; refused: null } | { taken: null; refused: RuleBroken }
);

const LIMITS = {
	files: 4,
	fields: 10,
	parts: 14,
	fieldSize: 400,
	headerPairs: 20,
	headerSize: 8192
};

/**
 * Reads a multipart form that carries one file, streaming: `take` gets the file's bytes as they arrive. Fields that
 * come after the file are in too once the promise `fields` resolves.
 *
 * Of several file controls of that name, the first that was filled counts: "take a photo" and "choose a file" stand
 * beside each other, and a browser sends the empty one as well. Whatever is refused, the body is read to its end,
 * within the server's limit: a browser shows our answer only when it has sent everything.
 *
 * @param fileField name of the file controls
 * @returns the fields that arrived, with what `take` gave, or with the rule that was broken: one `take` threw,
 * `file-missing` when no file was chosen, `file-too-large` when the server's own limit cut the body,
 * `file-interrupted` when the connection did or the form is damaged
 * @throws whatever else `take` throws
 */
export async function readUpload<T>(
	request: Request,
	fileField: string,
	take: Take<T>
): Promise<Upload<T>> {
	const fields = new Map<string, string>();
	try {
		return { fields, taken: await read(request, fileField, take, fields), refused: null };
	} catch (error) {
		if (error instanceof RuleBroken) return { fields, taken: null, refused: error };
		throw error;
	}
}

async function read<T>(
	request: Request,
	fileField: string,
	take: Take<T>,
	fields: Map<string, string>
): Promise<T> {
	const form = openForm(request);
	const complete = Promise.withResolvers<Fields>();
	// Nobody may be waiting for the fields when the body breaks.
	complete.promise.catch(() => undefined);
	let taking: Promise<T> | undefined;
	let current: BusboyFileStream | undefined;

	form.on('field', (name, value) => void (fields.has(name) || fields.set(name, value)));
	form.on('file', (name, stream, fileName, _encoding, declaredType) => {
		stream.on('error', () => undefined);
		if (name !== fileField || !fileName || taking) return void stream.resume();
		current = stream;
		taking = take({ fileName, declaredType, body: parts(stream) }, complete.promise);
		// The rest of a refused file is read and dropped. The refusal itself is awaited below.
		taking.catch(() => stream.resume());
	});
	try {
		await pipeline(Readable.fromWeb(request.body as WebStream), form);
		complete.resolve(fields);
	} catch (cause) {
		const broken = new RuleBroken(overLimit(cause) ? 'file-too-large' : 'file-interrupted');
		current?.destroy(broken);
		complete.reject(broken);
		await taking?.catch(() => undefined);
		throw broken;
	}
	if (!taking) throw new RuleBroken('file-missing');
	return taking;
}

/** @throws RuleBroken `file-missing`, `file-interrupted` for what is no form */
export function openForm(request: Request, limits: Partial<typeof LIMITS> = {}) {
	const type = request.headers.get('content-type') ?? '';
	if (!request.body || !type.startsWith('multipart/form-data')) {
		throw new RuleBroken('file-missing');
	}
	try {
		const headers = { 'content-type': type } as BusboyHeaders;
		return new Busboy({ headers, limits: { ...LIMITS, ...limits } });
	} catch {
		throw new RuleBroken('file-interrupted');
	}
}

/** Without destroying the part at an early end: the parser would wait for it for ever. */
export async function* parts(stream: BusboyFileStream): AsyncGenerator<Uint8Array> {
	for await (const part of stream.iterator({ destroyOnReturn: false })) yield part as Uint8Array;
}

/** adapter-node breaks a body over BODY_SIZE_LIMIT with an error of status 413. */
export function overLimit(cause: unknown): boolean {
	return cause instanceof Error && 'status' in cause && cause.status === 413;
}
