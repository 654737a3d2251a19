import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../../../scripts/refusal.ts';
import { root } from '../../../scripts/root.ts';

/**
 * A package that a benchmark alone needs, at one exact version, kept beside the tools' caches. Not in package.json:
 * Lighthouse brings 176 MB and the State’s design system 136, and everybody who installs the project would carry them.
 * @returns its folder
 */
export function fetchedPackage(name: string, version: string): string {
	const home = join(root, 'node_modules/.cache/bench', `${name.replace('/', '-')}-${version}`);
	const folder = join(home, 'node_modules', name);
	if (existsSync(folder)) return folder;
	mkdirSync(home, { recursive: true });
	const { status, stderr } = spawnSync(
		'npm',
		[
			'install',
			'--prefix',
			home,
			'--no-save',
			'--ignore-scripts',
			'--no-audit',
			'--no-fund'
		].concat(`${name}@${version}`),
		{ encoding: 'utf8' }
	);
	if (status === 0) return folder;
	throw new Refusal(`This benchmark needs the package ${name} ${version} from npm.\n${stderr}`);
}
