import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';

/** Addresses that pages of this site answer to: every folder of routes with a page, parameters as they are named. */
export function pagesOf(folder: string, path = ''): string[] {
	return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
		if (entry.name === '+page.svelte') return [path === '' ? '/' : path];
		if (!entry.isDirectory()) return [];
		const part = entry.name.startsWith('(') ? '' : `/${entry.name}`;
		return pagesOf(join(folder, entry.name), path + part);
	});
}
