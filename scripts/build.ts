import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkTexts } from './check-texts.ts';
import { command } from './command.ts';
import { holdPreviousAssets } from './previous-assets.ts';
import { root, tool } from './root.ts';
import { buildStamp, isBuilt, STAMP_FILE } from './stamp.ts';

/** Builds the application unless the build at hand was made from the same sources. */
export async function buildIfStale(): Promise<void> {
	if (!isBuilt()) await build();
}

/**
 * Builds the application into build/. Throws with the end of the tool's output if it fails, and before it
 * begins when a text of the guide cannot be shown as it is written.
 */
export async function build(stdio: 'pipe' | 'inherit' = 'pipe'): Promise<void> {
	checkTexts();
	rmSync(join(root, STAMP_FILE), { force: true });
	const keepPreviousAssets = holdPreviousAssets();
	// Taken before: what changes while building must make the result stale.
	const stamp = buildStamp();
	const child = spawn(process.execPath, [tool('vite'), 'build'], {
		cwd: root,
		stdio: ['ignore', stdio, stdio],
		// A build is the same for every mode and needs no secret: neither mode nor database is its own.
		env: {
			...process.env,
			GUICHET_MODE: 'development',
			DATABASE_URL: '',
			FAKE_NOW: '',
			NODE_ENV: 'production'
		}
	});
	const kill = () => void child.kill();
	process.once('exit', kill);
	let output = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
	}
	const [code] = (await once(child, 'close')) as [number | null];
	process.off('exit', kill);
	if (code !== 0) throw new Error(`The build failed.\n${output.split('\n').slice(-40).join('\n')}`);
	keepPreviousAssets();
	writeFileSync(join(root, STAMP_FILE), stamp);
}

if (import.meta.main) await command(() => build('inherit'));
