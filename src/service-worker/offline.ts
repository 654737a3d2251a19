interface Built {
	build: string[];
	prerendered: string[];
	version: string;
}

const offline = '/hors-ligne';

/** The address of the "offline" page in the language of the page that was asked for, if it was built. */
export function offlinePage(path: string, prerendered: string[]): string | undefined {
	const language = path.split('/')[1] ?? '';
	return [`/${language}${offline}`, offline].find((page) => prerendered.includes(page));
}

/**
 * What to keep: the "offline" page in each language and what it is drawn with; its styles are inside
 * it. The rest of the build would cost a slow network much and help nobody offline. No other page,
 * not even a public one: its hours may have changed since.
 */
export function toKeep({ build, prerendered, version }: Built) {
	// A face's name changes with its content; a page's does not, so it carries the version.
	const faces = build.filter((url) => url.endsWith('.woff2'));
	const pages = prerendered.filter((page) => page.endsWith(offline));
	return [
		...faces.map((url) => ({ url, revision: null })),
		...pages.map((url) => ({ url, revision: version }))
	];
}
