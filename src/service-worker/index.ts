/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
import { build, prerendered, version } from '$service-worker';
import { PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { registerRoute, setCatchHandler, setDefaultHandler } from 'workbox-routing';
import { NetworkOnly } from 'workbox-strategies';
import { offlinePage, toKeep } from './offline.ts';

declare const self: ServiceWorkerGlobalScope;

/*
 * What is kept on the phone: the page that says "offline" and its face.
 * Nothing else, ever: phones are shared and lent, and a personal page must not outlive its session.
 */
const kept = new PrecacheController();
kept.addToCacheList(toKeep({ build, prerendered, version }));
registerRoute(new PrecacheRoute(kept));

self.addEventListener('install', (event) => {
	event.waitUntil(kept.install(event).then(() => self.skipWaiting()));
});
self.addEventListener('activate', (event) => {
	event.waitUntil(kept.activate(event).then(() => self.clients.claim()));
});

setDefaultHandler(new NetworkOnly());
setCatchHandler(async ({ request }) => {
	const page =
		request.mode === 'navigate' && offlinePage(new URL(request.url).pathname, prerendered);
	return (page && (await kept.matchPrecache(page))) || Response.error();
});
