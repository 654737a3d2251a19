import { error } from '@sveltejs/kit';
import { system } from '$lib/domain/accounts/actor.ts';
import { NotFound } from '$lib/domain/errors.ts';
import { counterFeed } from '$lib/server/counters/counter-feed.ts';
import { unitOfWork } from '$lib/server/db/unit-of-work.ts';

/** 24 bytes in base64url: what is not so is not looked for. */
const SECRET = /^[\w-]{32}$/;

/** The calendar of a counter, for the calendar software of its staff, which cannot sign in: the address is the key. */
export const GET = async ({ params }) => {
	if (!SECRET.test(params.token)) error(404);
	try {
		const file = await unitOfWork(system('counter-feed'), (tx) => counterFeed(tx, params.token));
		return new Response(file, {
			headers: {
				'content-type': 'text/calendar; charset=utf-8',
				'cache-control': 'private, no-store',
				'x-robots-tag': 'noindex'
			}
		});
	} catch (cause) {
		if (cause instanceof NotFound) error(404);
		throw cause;
	}
};
