import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/root.ts';

const SAMPLE = join(root, 'tests/support/sne/demande-complete.xml');
const SAMPLE_NUMBER = '006092600077706A01';

/**
 * Brings a fictional request in by the command an administrator uses, under a number of its own.
 * @returns its number and the activation code that the counter would hand over
 */
export function importFictionalRequest(): { number: string; code: string } {
	const serial = String(Math.trunc(Math.random() * 1_000_000)).padStart(6, '0');
	const number = `0060926${serial}06A01`;
	const folder = mkdtempSync(join(tmpdir(), 'guichet-sne-'));
	try {
		const file = join(folder, 'demande.xml');
		writeFileSync(file, readFileSync(SAMPLE, 'utf8').replaceAll(SAMPLE_NUMBER, number));
		const said = execFileSync(process.execPath, ['scripts/sne-import.ts', file, '--code'], {
			cwd: root,
			encoding: 'utf8'
		});
		const code = /(\d{4} ){3}\d{4}/.exec(said)?.[0];
		if (!said.includes(number) || !code)
			throw new Error(`The import did not say what it did:\n${said}`);
		return { number, code };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
