import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { system } from '../domain/accounts/actor.ts';
import { now } from './clock.ts';
import { unitOfWork } from './db/unit-of-work.ts';
import { upkeepReports } from './documents/paper-health.ts';
import { faultOf, log } from './log.ts';

const registry = new Registry();
collectDefaultMetrics({ register: registry });

const answers = new Histogram({
	name: 'http_answer_seconds',
	help: 'Time to answer, by route and status. Routes only: an address may hold an identifier.',
	labelNames: ['route', 'method', 'status'],
	buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
	registers: [registry]
});

/** Counts one answer. @param seconds from the request's first line to the answer's head */
export function countAnswer(
	labels: { route: string; method: string; status: number },
	seconds: number
): void {
	answers.observe({ ...labels, status: String(labels.status) }, seconds);
}

const gauge = (name: string, help: string, labelNames: string[] = []) =>
	new Gauge({ name, help, labelNames, registers: [registry] });

const upkeep = {
	lost: gauge(
		'papers_without_content',
		'Papers of which a content is not in the store: must be 0.'
	),
	answers: gauge('antivirus_answers', '1 while the antivirus answers, 0 while it does not.'),
	outdated: gauge('antivirus_signatures_old', '1 when its signatures are older than 48 hours.'),
	age: gauge('upkeep_report_age_seconds', 'Time since a task of upkeep last said something.', [
		'task'
	])
};

/** What the worker found, which is another process: read where it wrote it. */
async function readUpkeep(): Promise<void> {
	const reports = await unitOfWork(system('metrics'), upkeepReports);
	for (const { task, at } of Object.values(reports)) {
		upkeep.age.set({ task }, now().since(at).total('seconds'));
	}
	const { antivirus, 'sweep-papers': swept } = reports;
	if (swept) upkeep.lost.set(Number(swept.found['rowsWithoutContent'] ?? 0));
	if (!antivirus) return;
	upkeep.answers.set(antivirus.found['answers'] === true ? 1 : 0);
	upkeep.outdated.set(antivirus.found['outdated'] === true ? 1 : 0);
}

/** Everything measured since the process started, in the text format of Prometheus. */
export async function metricsText(): Promise<{ type: string; text: string }> {
	// Without a database there is still something to say.
	await readUpkeep().catch((error: unknown) => {
		log.warn({ fault: faultOf(error) }, 'upkeep could not be read');
	});
	return { type: registry.contentType, text: await registry.metrics() };
}
