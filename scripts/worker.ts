/** Starts the worker in this process. The returned function lets what runs end, then stops it. */
export async function startWorker(): Promise<() => Promise<void>> {
	const { startJobs } = await import('../src/jobs/run.ts');
	const { closeDatabase } = await import('../src/lib/server/db/client.ts');
	const jobs = await startJobs();
	return async () => {
		await jobs.stop();
		await closeDatabase();
	};
}
