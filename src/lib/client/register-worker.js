/*
 * The whole script of a page that has no other: once the page is there, it registers the service
 * worker. A page without JavaScript works the same; it only cannot say that it is offline.
 * Plain JavaScript: it travels as it is, beside workbox-window, and no bundle is made of the two,
 * because SvelteKit makes none when every page says `csr = false`.
 */
if ('serviceWorker' in navigator) {
	new self.workbox.Workbox('/service-worker.js').register().catch(() => {
		// Private browsing may refuse it.
	});
}
