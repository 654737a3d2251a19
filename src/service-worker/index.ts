/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
import { prerendered, version } from '$service-worker';
import { PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { registerRoute, setCatchHandler, setDefaultHandler } from 'workbox-routing';
import { NetworkOnly } from 'workbox-strategies';
import { keepPages, keptCopy } from './kept-pages.ts';
import { openNews, showNews } from './news.ts';
import { offlinePage, toKeep } from './offline.ts';

declare const self: ServiceWorkerGlobalScope;

/*
 * What is kept on the phone: the page that says "offline", the guide and the counters in the reader's language, and
 * what they are drawn with. No page that somebody signed in has seen: every answer on its way to the screen passes
 * through untouched, and what is kept is fetched apart, without cookies (kept-pages.ts).
 */
const kept = new PrecacheController();
registerRoute(new PrecacheRoute(kept));

/** A connection that hardly answers is no better than none, for pages of which there is a copy. */
const PATIENCE_SECONDS = 8;

self.addEventListener('install', (event) => {
	const ready = async () => {
		const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
		const paths = open.map(({ url }) => new URL(url).pathname);
		kept.addToCacheList(toKeep(paths, prerendered, version));
		await kept.install(event);
	};
	// It then waits: a new version takes over when nobody has the old one open, or when the person says so.
	event.waitUntil(ready());
});
self.addEventListener('activate', (event) => {
	event.waitUntil(kept.activate(event).then(() => self.clients.claim()));
});
self.addEventListener('message', (event) => {
	const { type, list } = event.data as { type: string; list?: string };
	if (type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting());
	if (type === 'KEEP' && list) event.waitUntil(keepPages(list, version).catch(() => undefined));
});

self.addEventListener('push', (event) => event.waitUntil(showNews(self, event.data)));
self.addEventListener('notificationclick', (event) => event.waitUntil(openNews(self, event)));

registerRoute(
	({ request, url }) => request.mode === 'navigate' && prerendered.includes(url.pathname),
	new NetworkOnly({ networkTimeoutSeconds: PATIENCE_SECONDS })
);
// A form that finds no network is answered too; one that carries a file goes its own way, as large as it is.
registerRoute(
	({ request }) =>
		request.mode === 'navigate' &&
		!request.headers.get('content-type')?.startsWith('multipart/form-data'),
	new NetworkOnly(),
	'POST'
);
setDefaultHandler(new NetworkOnly());
setCatchHandler(async ({ request }) => {
	const copy = request.method === 'GET' ? await keptCopy(request) : undefined;
	if (copy) return copy;
	const { pathname } = new URL(request.url);
	const page = request.mode === 'navigate' && offlinePage(pathname, prerendered);
	if (!page) return Response.error();
	// In a language that was read later, it came with the guide.
	const here = (await kept.matchPrecache(page)) ?? (await caches.match(page));
	return here ?? (await kept.matchPrecache(offlinePage('/', prerendered)!)) ?? Response.error();
});
