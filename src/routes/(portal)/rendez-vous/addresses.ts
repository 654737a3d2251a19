import { localizeHref } from '$lib/localize-href.ts';

type Query = Record<string, string | null | undefined>;

/** An address of ours in the reader's language, with its query; what is empty is left out. */
export function address(path: string, query: Query = {}): string {
	const given = Object.entries(query).filter((entry): entry is [string, string] =>
		Boolean(entry[1])
	);
	const text = new URLSearchParams(given).toString();
	return text ? `${localizeHref(path)}?${text}` : localizeHref(path);
}

/** Where somebody signs in, and comes back to the choice they had made: a motive, a counter and a time, no data of theirs. */
export function signInThen(path: string, query: Query): string {
	return address('/connexion', { suite: address(path, query) });
}
