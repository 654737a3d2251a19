import { spawnSync } from 'node:child_process';
import pg from 'pg';

/**
 * A client program of PostgreSQL (`pg_dump`, `pg_restore`), at least as recent as the server, or
 * undefined. The npm package has none; PG_DUMP and PG_RESTORE name one elsewhere.
 */
export function clientTool(name: 'pg_dump' | 'pg_restore', major: number): string | undefined {
	const candidates = [
		process.env[name.toUpperCase()],
		`/usr/lib/postgresql/${major}/bin/${name}`,
		name
	];
	return candidates.find((path) => {
		if (!path) return false;
		const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
		return Number(/ (\d+)/.exec(stdout ?? '')?.[1]) >= major;
	});
}

/** The major version of a running server, such as 18. */
export async function serverMajor(url: string): Promise<number> {
	const client = new pg.Client(url);
	await client.connect();
	try {
		const { rows } = await client.query<{ server_version_num: string }>('show server_version_num');
		return Math.trunc(Number(rows[0]?.server_version_num) / 10_000);
	} finally {
		await client.end();
	}
}

/** Runs a client program on a database. The password goes by the environment: arguments are public. */
export function runClientTool(program: string, url: string, words: string[]): boolean {
	const address = new URL(url);
	const PGPASSWORD = decodeURIComponent(address.password);
	address.password = '';
	const { status } = spawnSync(program, [`--dbname=${address}`, ...words], {
		stdio: 'inherit',
		env: { ...process.env, ...(PGPASSWORD ? { PGPASSWORD } : {}) }
	});
	return status === 0;
}
