/// <reference lib="webworker" />

/** What the server says is worth keeping in one language (routes/hors-ligne/pages.json). */
interface KeptList {
	version: string;
	/** Addresses of pages that say the same to everybody. */
	pages: string[];
	/** Scripts and the face, whose names change with what they hold. */
	files: string[];
}

/** One cache a language; nothing but public pages, fetched without the cookie of whoever is signed in. */
const PREFIX = 'guide-';
const AT_ONCE = 2;
const FRESH_MS = 24 * 60 * 60 * 1000;

/**
 * Fetches, a few at a time, what is worth reading without a network; what did not change costs a 304. Asked again by
 * every page, it does something once a day and after a new version.
 * @param list address of the list, in the reader's language
 */
export async function keepPages(list: string, version: string): Promise<void> {
	const cache = await caches.open(PREFIX + (list.split('/').at(-3) || 'base'));
	if (await isFresh(cache, list, version)) return;
	const answer = await fetchAsNobody(list);
	if (!isPublic(answer)) return;
	const { pages, files } = (await answer.clone().json()) as KeptList;
	// Scripts first: the page that says "offline" needs them to keep what was typed.
	const wanted = [...files, ...pages];
	const waiting = [...wanted];
	const fetchOn = async () => {
		for (let next = waiting.shift(); next; next = waiting.shift()) await keep(cache, next);
	};
	await Promise.all(Array.from({ length: AT_ONCE }, fetchOn));
	await forgetOthers(cache, [...wanted, list]);
	// Last: a list that is there means that what it names was fetched.
	await cache.put(list, answer);
}

async function isFresh(cache: Cache, list: string, version: string): Promise<boolean> {
	const known = await cache.match(list);
	if (!known) return false;
	const { version: kept } = (await known.clone().json()) as KeptList;
	// eslint-disable-next-line no-restricted-syntax -- the phone's own clock: ours is on the server
	const age = Date.now() - Date.parse(known.headers.get('date') ?? '');
	return kept === version && age < FRESH_MS;
}

/** One that fails is left as it was: the next visit tries again. */
async function keep(cache: Cache, address: string): Promise<void> {
	// The name of a file changes with what it holds: once kept it is right for ever.
	if (address.includes('/immutable/') && (await cache.match(address))) return;
	const answer = await fetchAsNobody(address).catch(() => null);
	if (answer && isPublic(answer)) await cache.put(address, answer);
}

async function forgetOthers(cache: Cache, wanted: string[]): Promise<void> {
	for (const request of await cache.keys()) {
		if (!wanted.includes(new URL(request.url).pathname)) await cache.delete(request);
	}
}

/** Without cookies the server answers a visitor: no name can be in what is kept. */
const fetchAsNobody = (address: string) =>
	fetch(address, { credentials: 'omit', cache: 'no-cache', redirect: 'error' });

const isPublic = (answer: Response) =>
	answer.status === 200 && !/no-store|private/.test(answer.headers.get('cache-control') ?? '');

/**
 * The kept copy of a page, saying on its root that it is a copy and since when, so that the page can say so itself.
 * The search is one page whatever is looked for.
 */
export async function keptCopy(request: Request): Promise<Response | undefined> {
	const kept = await caches.match(request, { ignoreSearch: true, ignoreVary: true });
	if (!kept || request.mode !== 'navigate') return kept;
	const day = kept.headers.get('date') ?? '';
	const page = (await kept.text()).replace('<html', `<html data-kept="${day}"`);
	return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } });
}
