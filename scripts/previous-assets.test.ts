import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { holdPreviousAssets } from './previous-assets.ts';

const ASSETS = 'client/_app/immutable/assets';

test('a page opened under the version before still finds its scripts, and those of older ones go', () => {
	const build = mkdtempSync(join(tmpdir(), 'build-'));
	const release = (...names: string[]) => {
		const finish = holdPreviousAssets(build);
		rmSync(join(build, 'client'), { recursive: true, force: true });
		mkdirSync(join(build, ASSETS), { recursive: true });
		for (const name of names) writeFileSync(join(build, ASSETS, name), name);
		finish();
		return readdirSync(join(build, ASSETS));
	};
	expect(release('shell.1.js', 'face.woff2')).toEqual(['face.woff2', 'shell.1.js']);
	expect(release('shell.2.js', 'face.woff2')).toEqual(['face.woff2', 'shell.1.js', 'shell.2.js']);
	expect(release('shell.3.js')).toEqual(['face.woff2', 'shell.2.js', 'shell.3.js']);
	rmSync(build, { recursive: true });
});
