import { error, json } from '@sveltejs/kit';
import { RuleBroken } from '$lib/domain/errors.ts';
import { said, UPLOAD } from '$lib/domain/documents/resume.ts';
import { refusalWords } from '../../refusal-words.ts';

type Where = { offset: number; complete: boolean };

/** How far a file is, in the headers that a client reads. */
export function whereItIs({ offset, complete }: Where, more: Record<string, string> = {}) {
	return {
		[UPLOAD.offset]: String(offset),
		[UPLOAD.complete]: said(complete),
		'cache-control': 'no-store',
		...more
	};
}

/** Forms are guarded by SvelteKit; a request that carries bare bytes is guarded here. */
export function checkOrigin({ request, url }: { request: Request; url: URL }): void {
	if (request.headers.get('origin') !== url.origin) error(403);
}

/** Runs a sending; a broken rule is answered with its name and, for the person, what to do. */
export async function answeringRules(work: () => Promise<Response>): Promise<Response> {
	try {
		return await work();
	} catch (cause) {
		if (!(cause instanceof RuleBroken)) throw cause;
		const { rule } = cause;
		return json({ rule, words: refusalWords(rule) }, { status: STATUS[rule] ?? 422 });
	}
}

const STATUS: Readonly<Record<string, number>> = {
	'upload-length': 400,
	'file-too-large': 413,
	'file-heic': 415,
	'file-office': 415,
	'file-archive': 415,
	'file-svg': 415,
	'file-unknown': 415,
	'file-type-mismatch': 415,
	'file-busy-person': 429,
	'file-busy-service': 503
};

/** The bytes of a request, as they come; none when it has no body. */
export async function* bytesOf(request: Request): AsyncGenerator<Uint8Array> {
	if (request.body) yield* request.body as unknown as AsyncIterable<Uint8Array>;
}
