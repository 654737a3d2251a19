import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The links to its style sheets that SvelteKit writes into a page, one after the other. */
const LINKS = /(?:<link href="[^"]+\.css" rel="stylesheet">\s*)+/;
const NAME = /href="([^"]+)"/g;

/** Where a page's links stand in its head; null in development, where SvelteKit writes the styles themselves. */
export const linksIn = (head: string): string | null => LINKS.exec(head)?.[0] ?? null;

/** What the style sheets of such links say, one after the other. */
export const stylesOf = (links: string): string =>
	[...links.matchAll(NAME)]
		.map(([, href]) => readFileSync(fileOf(href!), 'utf8').trim())
		.join('\n');

const fileOf = (href: string) => join(folder(), basename(href));

/** The build puts what browsers fetch beside the server, wherever both are: while it builds, and when it serves. */
function folder(): string {
	let at = import.meta.dirname;
	while (!existsSync(join(at, ASSETS)) && at !== dirname(at)) at = dirname(at);
	return join(at, ASSETS);
}

const ASSETS = 'client/_app/immutable/assets';
