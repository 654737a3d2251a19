import { hash } from 'node:crypto';
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
const level = (page: Uint8Array) => ({
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
export const send: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	const { page } = event.locals;
	if (building || page === undefined || !isPage(response)) return response;
	const { status, headers } = response;
	const encoding = page.length < WORTH_IT_BYTES ? null : encodingFor(event.request);
	headers.append('vary', 'accept-encoding');
	// Whether a page may be kept at all is said by then: a personal one has no mark to be asked for again by.
	if (headers.has('etag')) headers.set('etag', `"${hash('sha1', page, 'base64url')}"`);
	if (encoding !== null) headers.set('content-encoding', encoding);
	const body = await packed(page, encoding);
	headers.set('content-length', String(body.length));
	return new Response(body, { status, headers });
};

async function packed(page: Buffer<ArrayBuffer>, encoding: 'br' | 'gzip' | null) {
	if (encoding === null) return page;
	return encoding === 'br' ? brotli(page, level(page)) : zip(page);
}

/** The smallest that whoever asks can read. */
export function encodingFor(request: Request): 'br' | 'gzip' | null {
	const accepted = request.headers.get('accept-encoding') ?? '';
	return /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null;
}

/** SvelteKit says itself what it made as a page: what a hook answered in its stead is not. */
const isPage = ({ headers }: Response) => headers.has('x-sveltekit-page');
