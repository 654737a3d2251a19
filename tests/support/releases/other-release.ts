import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { holdPreviousAssets } from '../../../scripts/previous-assets.ts';
import { root } from '../../../scripts/root.ts';

const BUILT = join(root, 'build');
const ASSETS = 'client/_app/immutable/assets';
/** `shell.BXlqmaXt.js`: a name that changes with what the file holds. The server's own modules are named after some. */
const HASHED = /[\w@+-]+(?:\.[\w@+-]+)*\.[\w-]{8}\.(?:js|css|woff2)(?![\w.-])/g;
const TEXT = /\.(?:js|css|html|json|webmanifest)$/;

/**
 * Puts the release after the one at hand into a folder, as `npm run build` does over the one before: beside its own
 * files lie those of the release before, by the same code (scripts/previous-assets.ts).
 *
 * It is no second compilation, which would cost the suite minutes and, from the same sources, give the same names: it
 * is a copy in which the version and the name of every hashed file are others, wherever they are written. What the
 * two releases say is the same; that their forms and their storage stay compatible is a rule, not shown by this.
 */
export function releaseAfter(folder: string): void {
	copyBuild(folder);
	const keepPrevious = holdPreviousAssets(folder);
	const names = new Map(
		readdirSync(join(folder, ASSETS))
			.filter((name) => !/\.(?:br|gz)$/.test(name))
			.map((name) => [name, otherName(name)])
	);
	const version = versionOf(folder);
	for (const file of filesIn(folder)) rewrite(file, names, version);
	for (const [name, other] of names) {
		if (name !== other) renameSync(join(folder, ASSETS, name), join(folder, ASSETS, other));
	}
	keepPrevious();
}

/** Puts the release at hand over the one in a folder, as somebody does who builds the sources of before again. */
export function rollBack(folder: string): void {
	const keepPrevious = holdPreviousAssets(folder);
	copyBuild(folder);
	keepPrevious();
}

function copyBuild(folder: string): void {
	rmSync(folder, { recursive: true, force: true });
	cpSync(BUILT, folder, { recursive: true, filter: (file) => !file.endsWith('.map') });
}

const filesIn = (folder: string) =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && TEXT.test(entry.name))
		.map((entry) => join(entry.parentPath, entry.name));

function otherName(name: string): string {
	const at = name.lastIndexOf('.') - 8;
	const hash = name.slice(at, at + 8);
	if (at < 1 || !/^[\w-]{8}$/.test(hash)) return name;
	return name.slice(0, at) + [...hash].toReversed().join('') + name.slice(at + 8);
}

function versionOf(folder: string): string {
	const worker = readFileSync(join(folder, 'client/service-worker.js'), 'utf8');
	const version = /\b1\d{12}\b/.exec(worker)?.[0];
	if (!version) throw new Error('The worker of the build at hand names no version.');
	return version;
}

/** What was compressed in advance of a file that changes is no longer what it is: the server then sends the file. */
function rewrite(file: string, names: ReadonlyMap<string, string>, version: string): void {
	const text = readFileSync(file, 'utf8');
	const changed = text
		.replace(HASHED, (name) => names.get(name) ?? name)
		.replaceAll(version, String(Number(version) + 1));
	if (changed === text) return;
	writeFileSync(file, changed);
	for (const ending of ['.br', '.gz']) rmSync(file + ending, { force: true });
}
