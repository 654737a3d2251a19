import { building } from '$app/environment';
import type { Handle } from '@sveltejs/kit';
import { countAnswer } from '../metrics.ts';

/** How long each answer took, for /metrics. */
export const measure: Handle = async ({ event, resolve }) => {
	const started = performance.now();
	const response = await resolve(event);
	if (!building) {
		const labels = {
			route: event.route.id ?? 'none',
			method: event.request.method,
			status: response.status
		};
		countAnswer(labels, (performance.now() - started) / 1000);
	}
	return response;
};
