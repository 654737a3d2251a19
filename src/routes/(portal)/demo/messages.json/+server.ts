import { json } from '@sveltejs/kit';
import { act } from '$lib/server/http.ts';
import { demoMessages } from '$lib/server/notifications/queries.ts';

/** `/demo/messages?format=json` leads here (src/hooks.ts): every message, newest first, for programs and tests. */
export const GET = async ({ locals }) => {
	const messages = await act(locals, (tx) => demoMessages(tx, locals.actor));
	return json(
		messages.map((message) => ({ ...message, createdAt: message.createdAt.toString() })),
		{
			headers: { 'cache-control': 'no-store' }
		}
	);
};
