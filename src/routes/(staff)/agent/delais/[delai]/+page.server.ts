import { error, redirect } from '@sveltejs/kit';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { delayQueue } from '$lib/server/delays/delay-queues.ts';
import { QUEUED } from '$lib/server/delays/delays-started.ts';
import { show } from '$lib/server/http.ts';
import type { PageServerLoad } from './$types';
import { asking, pageAsked } from '../../asked.ts';
import { delayQueueScreen } from '../delay-queue-screen.ts';
import { DELAY_SLUGS } from '../delay-slugs.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const kind = QUEUED.find((one) => DELAY_SLUGS[one] === params.delai) ?? error(404);
	const page = pageAsked(url);
	const queue = await show(locals, (tx) => delayQueue(tx, locals.actor, { kind, page: page - 1 }));
	const to = (other: number) =>
		asking(localizeHref(`/agent/delais/${params.delai}`), { page: other });
	// A page that was there this morning: people leave a list.
	if (page > 1 && queue.lines.length === 0) redirect(303, to(1));
	return {
		queue: delayQueueScreen(queue, getLocale()),
		page,
		previous: page > 1 ? to(page - 1) : null,
		next: queue.more ? to(page + 1) : null
	};
};
