import { show } from '$lib/server/http.ts';
import { demoMessages } from '$lib/server/notifications/queries.ts';
import { PARIS } from '$lib/server/clock.ts';
import { getLocale } from '$lib/paraglide/runtime.js';

export const load = async ({ locals, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const messages = await show(locals, (tx) => demoMessages(tx, locals.actor));
	return {
		messages: messages.map(({ createdAt, ...message }) => ({
			...message,
			at: createdAt
				.toZonedDateTimeISO(PARIS)
				.toLocaleString(getLocale(), { dateStyle: 'medium', timeStyle: 'short' })
		}))
	};
};
