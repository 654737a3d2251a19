import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { building } from '$app/environment';
import type { Handle } from '@sveltejs/kit';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Below this a packet holds the page anyway. */
const WORTH_IT_BYTES = 1400;
/** Nearly all of the gain for two milliseconds; the higher levels are for files compressed once. */
const QUALITY = 6;
const level = (page: Buffer) => ({
	params: {
		[constants.BROTLI_PARAM_QUALITY]: QUALITY,
		[constants.BROTLI_PARAM_SIZE_HINT]: page.length
	}
});

/**
 * Pages leave compressed: 37 kB of a page are 8 kB on the air, one round trip instead of three on a stairwell's 3G.
 * Secrets that a stranger could guess letter by letter through the size are not in pages, and SameSite cookies keep
 * other sites from asking for personal pages at will.
 */
export const compress: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	const encoding = encodingFor(event.request);
	if (building || !encoding || !isPage(response)) return response;
	const page = Buffer.from(await response.arrayBuffer());
	const headers = new Headers(response.headers);
	headers.append('vary', 'accept-encoding');
	const { status } = response;
	if (page.length < WORTH_IT_BYTES) return new Response(page, { status, headers });
	const small = encoding === 'br' ? await brotli(page, level(page)) : await zip(page);
	headers.set('content-encoding', encoding);
	headers.set('content-length', String(small.length));
	return new Response(small, { status, headers });
};

/** The smallest that whoever asks can read. */
export function encodingFor(request: Request): 'br' | 'gzip' | null {
	const accepted = request.headers.get('accept-encoding') ?? '';
	return /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null;
}

function isPage(response: Response): boolean {
	const type = response.headers.get('content-type') ?? '';
	return (
		type.startsWith('text/html') &&
		response.body !== null &&
		!response.headers.has('content-encoding')
	);
}
