import type { Plugin } from 'vite';

/**
 * Where Svelte would take a page up again on the phone, which no page here does (`csr = false` everywhere): some five
 * hundred comments, 5 kB for the phone to read and for the server to write. What is compiled for the server writes none.
 */
const MARKS = /<!--(?:\[[!-]?\d*|\]|\$?\{(?:hash|HYDRATION_\w+)\}|)-->/g;

/** What is left of a mark that stood alone: nothing to write. */
const NOTHING = /^\s*\$\$renderer\.push\((?:''|``)\);$/gm;

const COMPILED = /\.svelte$|\/svelte\/src\/internal\/server\//;

export const unhydrated: Plugin = {
	name: 'unhydrated',
	apply: 'build',
	enforce: 'post',
	transform(code, id, options) {
		if (!options?.ssr || !COMPILED.test(id.split('?')[0]!)) return null;
		return { code: withoutMarks(code), map: null };
	}
};

/** @param code a component as Svelte compiles it for the server, or what Svelte itself writes there */
export function withoutMarks(code: string): string {
	return code.replace(MARKS, '').replace(NOTHING, '');
}
