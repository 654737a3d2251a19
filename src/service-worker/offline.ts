const offline = '/hors-ligne';

/** The address of the "offline" page in the language of the page that was asked for, if it was built. */
export function offlinePage(path: string, prerendered: string[]): string | undefined {
	const language = path.split('/')[1] ?? '';
	return [`/${language}${offline}`, offline].find((page) => prerendered.includes(page));
}

/**
 * What the worker keeps before it is ready: the page that says "offline", in French and in the languages of the pages
 * that are open. Its styles are inside it. The rest is fetched later, when the phone has nothing else to do.
 * @param open addresses of the pages that are open
 */
export function toKeep(open: string[], prerendered: string[], version: string) {
	const pages = ['/', ...open].flatMap((path) => offlinePage(path, prerendered) ?? []);
	// A page's address does not change with its content, so it carries the version.
	return [...new Set(pages)].map((url) => ({ url, revision: version }));
}
