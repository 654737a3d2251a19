import type { Plugin } from 'vite';

/**
 * Where Svelte would take a page up again on the phone, which no page here does (`csr = false` everywhere): some five
 * hundred comments, 5 kB for the phone to read and for the server to write. What is compiled for the server writes none.
 */
const MARKS = /<!--(?:\[[!-]?\d*|\]|\$?\{(?:hash|HYDRATION_\w+)\}|)-->/g;

/** What is left of a mark that stood alone: nothing to write. */
const NOTHING = /^\s*\$\$renderer\.push\((?:''|``)\);$/gm;

/**
 * What SvelteKit and Svelte do at every page for a client that no page has, or for nobody. A release in which it reads
 * otherwise stops the build: it is then to be looked at again.
 */
const FOR_NOBODY: readonly { file: RegExp; text: string; instead: string }[] = [
	// The names of all scripts of a page, to be announced to a client.
	{
		file: /\/kit\/src\/runtime\/server\/page\/render\.js$/,
		text: 'for (const url of node.imports) modulepreloads.add(url);',
		instead: ''
	},
	// A number that nobody can guess, for policies that name one: ours names hashes (svelte.config.js).
	{
		file: /\/kit\/src\/runtime\/server\/page\/csp\.js$/,
		text: 'nonce = generate_nonce();',
		instead: "nonce = '';"
	},
	// Every component is gone through again for what it wants done at its end: onDestroy, which none of ours uses.
	{
		file: /\/svelte\/src\/internal\/server\/renderer\.js$/,
		text: 'of this.#collect_on_destroy())',
		instead: 'of [])'
	}
];

const COMPILED = /\.svelte$|\/svelte\/src\/internal\/server\//;

export const unhydrated: Plugin = {
	name: 'unhydrated',
	apply: 'build',
	enforce: 'post',
	transform(code, id, options) {
		const [file] = id.split('?') as [string];
		if (!options?.ssr) return null;
		const less = withoutWorkForNobody(file, code);
		const left = COMPILED.test(file) ? withoutMarks(less) : less;
		return left === code ? null : { code: left, map: null };
	}
};

/** @param code a component as Svelte compiles it for the server, or what Svelte itself writes there */
export function withoutMarks(code: string): string {
	return code.replace(MARKS, '').replace(NOTHING, '');
}

/** @throws when a file no longer holds what is to be left out of it */
export function withoutWorkForNobody(file: string, code: string): string {
	return FOR_NOBODY.filter((each) => each.file.test(file)).reduce((left, { text, instead }) => {
		if (!left.includes(text)) throw new Error(`${file} no longer reads "${text}".`);
		return left.replace(text, instead);
	}, code);
}
