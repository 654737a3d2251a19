import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root } from './root.ts';

/** Reads the file .env of the project, if there is one. What the shell sets wins over it. */
export function loadSettings(): void {
	const file = join(root, '.env');
	if (existsSync(file)) process.loadEnvFile(file);
}

/** The data folder of the embedded database. */
export function dataFolder(): string {
	return process.env['DATA_DIR'] || '.data';
}

/** A path as its author meant it: npm runs the scripts in the project, wherever it was typed. */
export function typed(path: string): string {
	return resolve(process.env['INIT_CWD'] ?? '.', path);
}
