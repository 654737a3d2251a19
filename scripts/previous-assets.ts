import {
	cpSync,
	existsSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './root.ts';

// A page that is open while a new version starts asks for scripts under their old names: those of the version before
// stay on the server, and those alone.

const ASSETS = 'client/_app/immutable/assets';
/** Which files are this version's own. */
const OWN = 'own-assets.json';

/**
 * Holds the files of the version that is about to be replaced.
 * @returns what puts them beside the new ones, once those are there
 */
export function holdPreviousAssets(build = join(root, 'build')): () => void {
	const previous = ownAssets(build);
	const held = mkdtempSync(join(tmpdir(), 'assets-'));
	for (const name of previous) cpSync(join(build, ASSETS, name), join(held, name));
	return () => {
		const own = readdirSync(join(build, ASSETS));
		for (const name of previous) {
			if (!own.includes(name)) cpSync(join(held, name), join(build, ASSETS, name));
		}
		writeFileSync(join(build, OWN), JSON.stringify(own));
		rmSync(held, { recursive: true });
	};
}

function ownAssets(build: string): string[] {
	const list = join(build, OWN);
	if (!existsSync(list)) return [];
	const names = JSON.parse(readFileSync(list, 'utf8')) as string[];
	return names.filter((name) => existsSync(join(build, ASSETS, name)));
}
