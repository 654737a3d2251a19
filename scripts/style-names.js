import { globSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

/** The file of every component, in an order that does not depend on the machine. */
export const components = globSync('src/**/*.svelte', { cwd: root }).sort();
const numbers = new Map(components.map((file, number) => [resolve(root, file), number]));

/**
 * The class that binds the styles of a component to its elements: its number among all. It stands at nearly every
 * element and rule of a page, so two letters instead of Svelte's fourteen are 200 bytes a page over the wire, and two
 * components can never have the same. Plain JavaScript, as svelte.config.js is.
 * @type {NonNullable<import('svelte/compiler').CompileOptions['cssHash']>}
 */
export function styleName({ filename, css, hash }) {
	const number = numbers.get(resolve(root, filename));
	// Of a package, or made while the development server runs.
	return number === undefined ? `_${hash(filename || css)}` : `_${number.toString(36)}`;
}
