import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';

/** Where the build says what it was made from. */
export const STAMP_FILE = 'build/stamp';

const SOURCES = [
	'src',
	'content',
	'messages',
	'static',
	'project.inlang/settings.json',
	'project.inlang/options.ts',
	'package-lock.json',
	'scripts/prerendered-pages.js',
	'scripts/style-names.js',
	'scripts/unhydrated.ts',
	'svelte.config.js',
	'tsconfig.json',
	'vite.config.ts'
];

// Made from messages/ by the build itself.
const MADE = join('src', 'lib', 'paraglide');

/** Whether build/ holds what the sources of this moment give. */
export function isBuilt(folder = root): boolean {
	const file = join(folder, STAMP_FILE);
	return existsSync(file) && readFileSync(file, 'utf8') === buildStamp(folder);
}

/** A digest of everything the build reads: contents, since a copy or a checkout alters dates. */
export function buildStamp(folder = root): string {
	const digest = createHash('sha256');
	for (const path of SOURCES.flatMap((source) => filesUnder(folder, source))) {
		digest
			.update(`${path}\0`)
			.update(readFileSync(join(folder, path)))
			.update('\0');
	}
	return digest.digest('hex');
}

function filesUnder(folder: string, path: string): string[] {
	const full = join(folder, path);
	if (path === MADE || !existsSync(full)) return [];
	if (!statSync(full).isDirectory()) return /\.test\.ts$/.test(path) ? [] : [path];
	return readdirSync(full)
		.sort()
		.flatMap((name) => filesUnder(folder, join(path, name)));
}
