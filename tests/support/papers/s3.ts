import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import { freePort } from '../../../scripts/postgres/port.ts';
import { openS3Store } from '../../../src/lib/server/ports/storage-s3.ts';
import type { PaperStore } from '../../../src/lib/server/ports/storage.ts';

export type RunningS3 = { store: PaperStore; stop: () => Promise<void> };

/** A server that speaks S3, on a folder of its own, and the store in its one bucket. */
export async function startS3(): Promise<RunningS3> {
	const directory = await mkdtemp(join(tmpdir(), 's3-'));
	const port = await freePort();
	const bucket = 'guichet-papers';
	const server = new S3rver({
		address: '127.0.0.1',
		port,
		directory,
		silent: true,
		configureBuckets: [{ name: bucket, configs: [] }]
	});
	await server.run();
	const store = openS3Store({
		endpoint: `http://127.0.0.1:${port}`,
		region: 'us-east-1',
		bucket,
		accessKeyId: 'S3RVER',
		secretAccessKey: 'S3RVER'
	});
	const stop = async () => {
		await server.close();
		await rm(directory, { recursive: true, force: true });
	};
	return { store, stop };
}
