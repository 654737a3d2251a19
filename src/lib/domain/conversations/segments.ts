/** A piece of a message: plain text, or an address of ours that may be a link. */
export type Segment = { readonly text: string; readonly path: string | null };

const ADDRESS = /https?:\/\/[^\s<>"'«»]+/g;
/** Signs that end a sentence rather than an address. */
const TAIL = /[.,;:!?)\]]+$/;

/**
 * Cuts a message where it names a page of ours. Any other address stays text: an agent or a worried person must not
 * land on a stranger's page with one tap.
 * @param origin ours, as `https://logement.example.fr`
 */
export function segmentsOf(body: string, origin: string): Segment[] {
	const found: Segment[] = [];
	let from = 0;
	for (const match of body.matchAll(ADDRESS)) {
		const text = match[0].replace(TAIL, '');
		const path = pathOfOurs(text, origin);
		if (path === null) continue;
		if (match.index > from) found.push({ text: body.slice(from, match.index), path: null });
		found.push({ text, path });
		from = match.index + text.length;
	}
	if (from < body.length) found.push({ text: body.slice(from), path: null });
	return found;
}

/** Read as a browser would read it: a name before an @, or another port, is another place. */
function pathOfOurs(address: string, origin: string): string | null {
	const url = URL.parse(address);
	if (!url || url.origin !== origin || url.username || url.password) return null;
	return `${url.pathname}${url.search}${url.hash}`;
}
