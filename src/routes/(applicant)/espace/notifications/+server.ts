import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import { RuleBroken } from '$lib/domain/errors.ts';
import { currentSecret } from '$lib/server/accounts/session-cookie.ts';
import { act } from '$lib/server/http.ts';
import { dropSubscription } from '$lib/server/notifications/drop-subscription.ts';
import { keepSubscription } from '$lib/server/notifications/keep-subscription.ts';
import type { RequestHandler } from './$types';

const key = v.pipe(v.string(), v.regex(/^[\w-]{16,200}=*$/));

/** As `PushSubscription.toJSON()` writes it (W3C, Push API). */
const Subscription = v.object({
	endpoint: v.pipe(v.string(), v.maxLength(1_000)),
	keys: v.object({ p256dh: key, auth: key })
});

export const PUT: RequestHandler = async ({ locals, request, cookies }) => {
	const read = v.safeParse(Subscription, await request.json().catch(() => null));
	const sessionSecret = currentSecret(cookies);
	if (!read.success || !sessionSecret) error(400);
	const { endpoint, keys } = read.output;
	try {
		await act(locals, (tx) =>
			keepSubscription(tx, locals.actor, { sessionSecret, endpoint, ...keys })
		);
	} catch (cause) {
		if (cause instanceof RuleBroken) error(422);
		throw cause;
	}
	return new Response(null, { status: 204 });
};

export const DELETE: RequestHandler = async ({ locals, cookies }) => {
	const sessionSecret = currentSecret(cookies);
	if (!sessionSecret) error(400);
	await act(locals, (tx) => dropSubscription(tx, locals.actor, { sessionSecret }));
	return new Response(null, { status: 204 });
};
