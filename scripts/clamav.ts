import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { clamd } from '../src/lib/server/ports/antivirus-clamd.ts';
import { installPackage } from './debian.ts';
import { Refusal } from './refusal.ts';

/**
 * The EICAR test file (eicar.org), which harms nothing and every antivirus knows, as a signature of ours: the public
 * database is not needed to show that a real daemon finds, answers and fails as it does. `*`: wherever it is in a file.
 */
const SIGNATURE =
	'Guichet.Test.EICAR:0:*:58354f2150254041505b345c505a58353428505e2937434329377d2445494341522d5354414e444152442d414e544956495255532d544553542d46494c452124482b482a\n';

export type RunningClamd = {
	/** Its socket: what CLAMD_ADDRESS takes. */
	address: string;
	pid: number;
	stop: () => Promise<void>;
};

/** Lines of clamd.conf that differ from the defaults, for a test that needs another limit. */
export type ClamdSettings = Partial<Record<'StreamMaxLength' | 'MaxThreads', string>>;

/** The clamd of this machine: CLAMD_PATH, or an installed one. */
export function installedClamd(): string | undefined {
	const chosen = process.env['CLAMD_PATH'];
	if (chosen) {
		if (existsSync(chosen)) return chosen;
		throw new Refusal(`CLAMD_PATH names ${chosen}, which does not exist.`);
	}
	const { stdout } = spawnSync('sh', ['-c', 'command -v clamd'], { encoding: 'utf8' });
	return [stdout?.trim() ?? '', '/usr/sbin/clamd'].find((path) => path !== '' && existsSync(path));
}

/** As installedClamd, installing Debian's package where that is allowed. Throws when none can be had. */
export function ensureClamd(): string {
	const present = installedClamd();
	if (present) return present;
	const said = 'No ClamAV here: installing that of the system (apt-get install clamav-daemon).';
	const installed = installPackage('clamav-daemon', said) ? installedClamd() : undefined;
	if (installed) return installed;
	throw new Refusal(
		'No clamd for the tests of papers: install clamav-daemon, or give its path in CLAMD_PATH.'
	);
}

/** Starts a clamd of its own on a temporary socket, with one signature, and waits until it answers. */
export async function startClamd(
	program: string,
	settings: ClamdSettings = {}
): Promise<RunningClamd> {
	// Short: the path of a socket has 107 characters at the most.
	const folder = await mkdtemp(join(tmpdir(), 'clamd-'));
	const address = join(folder, 'clamd.ctl');
	await mkdir(join(folder, 'db'));
	await writeFile(join(folder, 'db', 'eicar.ndb'), SIGNATURE);
	await writeFile(join(folder, 'clamd.conf'), configuration(folder, address, settings));
	const daemon = spawn(program, ['--foreground', '--config-file', join(folder, 'clamd.conf')], {
		stdio: 'ignore'
	});
	const exited = new Promise<void>((done) => daemon.once('close', () => done()));
	const killed = () => void daemon.kill('SIGKILL');
	process.once('exit', killed);
	const stop = async () => {
		process.off('exit', killed);
		daemon.kill('SIGKILL');
		await exited;
		await rm(folder, { recursive: true, force: true });
	};
	try {
		await untilItAnswers(address, daemon);
		return { address, pid: daemon.pid!, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

function configuration(folder: string, address: string, settings: ClamdSettings): string {
	const lines = {
		DatabaseDirectory: join(folder, 'db'),
		LocalSocket: address,
		TemporaryDirectory: folder,
		StreamMaxLength: '30M',
		MaxFileSize: '30M',
		MaxScanSize: '100M',
		AlertExceedsMax: 'yes',
		MaxThreads: '4',
		ConcurrentDatabaseReload: 'no',
		...settings
	};
	return Object.entries(lines)
		.map(([name, value]) => `${name} ${value}\n`)
		.join('');
}

async function untilItAnswers(address: string, daemon: { exitCode: number | null }): Promise<void> {
	const deadline = performance.now() + 60_000;
	while (!(await clamd({ address }).state()).answers) {
		if (daemon.exitCode !== null || performance.now() > deadline) {
			throw new Refusal('clamd did not start: try `clamd --foreground` by hand.');
		}
		await wait(50);
	}
}
