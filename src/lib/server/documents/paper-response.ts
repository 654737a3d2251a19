import { Refused } from '../../domain/errors.ts';
import type { OpenedPaper } from './opened-paper.ts';
import { paperContent } from './paper-content.ts';
import { turnedBy } from './turn-picture.ts';
import type { Vault } from './vault.ts';

/** What a browser may want a paper for. Never as a script, a style, a plug-in, a frame. */
const DESTINATIONS = new Set(['document', 'image', 'empty']);

/** @throws Refused when another site asks, or when the bytes would be run or embedded */
export function checkDestination(request: Request): void {
	const destination = request.headers.get('sec-fetch-dest');
	const site = request.headers.get('sec-fetch-site');
	if (destination !== null && !DESTINATIONS.has(destination)) throw new Refused('embed-paper');
	if (site === 'cross-site') throw new Refused('embed-paper');
}

/** The answer that carries a page or a file: never kept, never sniffed, never run; a file is downloaded. */
export async function paperResponse(vault: Vault, opened: OpenedPaper): Promise<Response> {
	const content = await paperContent(vault, opened);
	const { object, rotation } = opened;
	const length = String(object.byteSize + turnedBy(rotation));
	const headers = { ...fileHeaders(opened), 'content-length': length };
	return new Response(streamed(content), { headers });
}

/** What every answer that carries a paper says. */
export function fileHeaders({
	mediaType,
	fileName,
	inline
}: Pick<OpenedPaper, 'mediaType' | 'fileName' | 'inline'>): Record<string, string> {
	return {
		'content-type': mediaType,
		'content-disposition': `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encoded(fileName)}`,
		'x-content-type-options': 'nosniff',
		'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
		'cross-origin-resource-policy': 'same-origin',
		'cache-control': 'private, no-store'
	};
}

/** RFC 8187: what encodeURIComponent leaves and the header may not hold. */
function encoded(name: string): string {
	return encodeURIComponent(name).replace(
		/['()*]/g,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
	);
}

/** One piece at a time, at the pace of who reads; a reader who leaves closes the file. */
export function streamed(content: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
	const pieces = content[Symbol.asyncIterator]();
	return new ReadableStream<Uint8Array>({
		async pull(controller) {
			const next = await pieces.next();
			if (next.done) controller.close();
			else controller.enqueue(next.value);
		},
		async cancel() {
			await pieces.return?.();
		}
	});
}
