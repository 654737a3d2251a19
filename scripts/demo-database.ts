import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { migrate } from '../src/lib/server/db/migrate.ts';
import { useDatabase } from './database.ts';
import { erasePostgres, startPostgres, type Postgres } from './postgres.ts';

interface DemoOptions {
	dataDir: string;
	/** Forgets what the folder holds first. */
	fresh: boolean;
	onLost: () => void;
}

const markOf = (dataDir: string) => join(resolve(dataDir), 'demo-seed');

/** Starts the embedded database of a folder, emptied first if asked, and brings its schema up to date. */
export async function openDemoDatabase(options: DemoOptions): Promise<Postgres> {
	const { dataDir, fresh, onLost } = options;
	// A seed cut short leaves half the people: start again rather than show that.
	if (fresh || readMark(dataDir) === 'begun') await eraseDemo(dataDir);
	const postgres = await startPostgres({ dataDir, log: console.log, onLost });
	useDatabase(postgres);
	try {
		await migrate(postgres.ownerUrl);
		return postgres;
	} catch (error) {
		await postgres.stop();
		throw error;
	}
}

/** Adds the reference data that is missing and, once a data folder, the fictional people. */
export async function seedOnce(dataDir: string): Promise<void> {
	const { seedReference, seedDemo } = await loadSeeds();
	await seedReference();
	if (readMark(dataDir) === 'done') return;
	writeFileSync(markOf(dataDir), 'begun');
	await seedDemo();
	markSeeded(dataDir);
}

/** Says that a data folder has its people, so that the next start adds none. */
export function markSeeded(dataDir: string): void {
	writeFileSync(markOf(dataDir), 'done');
}

/**
 * Loads the code of the seeds. To be done before a build begins beside them: the build writes the
 * compiled messages anew, which they read.
 */
export async function loadSeeds() {
	const { seedReference } = await import('../drizzle/seed/reference.ts');
	const { seedDemo } = await import('../drizzle/seed/demo.ts');
	return { seedReference, seedDemo };
}

async function eraseDemo(dataDir: string): Promise<void> {
	await erasePostgres(dataDir);
	for (const path of [markOf(dataDir), join(resolve(dataDir), 'papers')]) {
		rmSync(path, { recursive: true, force: true });
	}
}

function readMark(dataDir: string): string | undefined {
	return existsSync(markOf(dataDir)) ? readFileSync(markOf(dataDir), 'utf8') : undefined;
}
