/*
 * The whole script of a page that has no other: it registers the service worker, and nothing else.
 * A page without it, or without JavaScript, works the same; it only cannot say that it is offline.
 */
import { Workbox } from 'workbox-window';

if ('serviceWorker' in navigator) {
	new Workbox('/service-worker.js').register().catch(() => {
		// Private browsing may refuse it. The site works without.
	});
}
