import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { environment } from '../environment.ts';
import { log } from '../log.ts';

const SCHEMA = 'pgboss';

/** Every queue, with how a failed run is tried again. Named here because the owner creates them. */
export const QUEUES = [
	'send-messages',
	'send-reminders',
	'send-renewal-reminders',
	'offer-freed-places',
	'close-offers',
	'remind-offers',
	'recompute-scores',
	'purge-sessions',
	'prepare-papers',
	'empty-papers',
	'sweep-papers',
	'expire-drafts',
	'index-texts'
] as const;
export type QueueName = (typeof QUEUES)[number];

/**
 * Creates or upgrades the tables of the job queue, as the owner, and lets the app role use them. Run by the
 * migrations: the app role may not create a table.
 */
export async function installJobQueue(ownerUrl: string): Promise<void> {
	const boss = new PgBoss({
		connectionString: ownerUrl,
		schema: SCHEMA,
		supervise: false,
		schedule: false
	});
	boss.on('error', (error) => log.warn({ err: error.message }, 'job queue'));
	await boss.start();
	try {
		for (const name of QUEUES) {
			if (!(await boss.getQueue(name))) {
				await boss.createQueue(name, { policy: 'singleton', retryLimit: 3, retryBackoff: true });
			}
		}
	} finally {
		await boss.stop({ graceful: false, close: true });
	}
	await grantQueue(ownerUrl);
}

async function grantQueue(ownerUrl: string): Promise<void> {
	const client = new pg.Client({ connectionString: ownerUrl });
	await client.connect();
	try {
		await client.query(`
			grant usage on schema ${SCHEMA} to guichet_app;
			grant select, insert, update, delete on all tables in schema ${SCHEMA} to guichet_app;
			grant usage on all sequences in schema ${SCHEMA} to guichet_app;
			grant execute on all functions in schema ${SCHEMA} to guichet_app`);
	} finally {
		await client.end();
	}
}

/** The queue for the worker: connects as the app role and never alters a table. */
export function openJobQueue(): PgBoss {
	const boss = new PgBoss({
		connectionString: environment().DATABASE_URL,
		options: '-c role=guichet_app',
		schema: SCHEMA,
		max: 3,
		migrate: false,
		createSchema: false
	});
	boss.on('error', (error) => log.warn({ err: error.message }, 'job queue'));
	return boss;
}
