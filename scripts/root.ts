import { resolve } from 'node:path';

/** The project's folder. */
export const root = resolve(import.meta.dirname, '..');

/** The program of a development tool, to be run by this very Node. */
export function tool(name: string): string {
	return resolve(root, 'node_modules/.bin', name);
}
