import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

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

/** Everything measured since the process started, in the text format of Prometheus. */
export async function metricsText(): Promise<{ type: string; text: string }> {
	return { type: registry.contentType, text: await registry.metrics() };
}
