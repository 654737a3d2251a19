import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';

/** Reads the file .env of the project, if there is one. What the shell sets wins over it. */
export function loadSettings(): void {
	const file = join(root, '.env');
	if (existsSync(file)) process.loadEnvFile(file);
}
