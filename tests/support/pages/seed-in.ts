import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Addresses } from '../../../scripts/postgres/addresses.ts';
import { root } from '../../../scripts/root.ts';
import { MONDAY } from '../bench/seed-calendar.ts';

/** Seeds a database that is migrated, in a process of its own: this one may have another database open. */
export async function seedIn(
	{ webUrl, ownerUrl }: Addresses,
	what: 'reference' | 'demonstration'
): Promise<void> {
	const seed = spawn(process.execPath, ['scripts/seed.ts', what], {
		cwd: root,
		stdio: ['ignore', 'ignore', 'inherit'],
		env: {
			...process.env,
			GUICHET_MODE: 'test',
			FAKE_NOW: MONDAY,
			// From its own start, whatever the clock of the tests around it.
			FAKE_NOW_SINCE: '',
			DATABASE_URL: webUrl,
			DATABASE_OWNER_URL: ownerUrl
		}
	});
	const [code] = (await once(seed, 'exit')) as [number | null];
	if (code !== 0) throw new Error('The database was not seeded.');
}
