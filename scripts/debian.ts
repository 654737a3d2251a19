import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * Installs one package of Debian where this account may, by being root or by sudo without a password.
 * @param said what is told before it begins
 * @returns whether it is there now
 */
export function installPackage(name: string, said: string): boolean {
	if (!existsSync('/usr/bin/apt-get')) return false;
	const isRoot = process.getuid?.() === 0;
	if (!isRoot && spawnSync('sudo', ['-n', 'true']).status !== 0) return false;
	console.log(said);
	const apt = (...words: string[]) =>
		execFileSync(isRoot ? 'apt-get' : 'sudo', isRoot ? words : ['-n', 'apt-get', ...words], {
			stdio: ['ignore', 'ignore', 'inherit'],
			env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
		});
	try {
		apt('update', '-q');
		apt('install', '-y', '-q', '--no-install-recommends', name);
		return true;
	} catch {
		return false;
	}
}
