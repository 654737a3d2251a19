interface Built {
	build: string[];
	files: string[];
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
 * What to keep: built parts (their name changes with their content), icons, the "offline" pages.
 * No other page: not even a public one, whose hours may have changed since.
 */
export function toKeep({ build, files, prerendered, version }: Built) {
	const pages = prerendered.filter((page) => page.endsWith(offline));
	return [
		...build.map((url) => ({ url, revision: null })),
		...[...files, ...pages].map((url) => ({ url, revision: version }))
	];
}
