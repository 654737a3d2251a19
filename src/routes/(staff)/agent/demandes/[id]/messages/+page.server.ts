import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { today } from '$lib/server/clock.ts';
import { draftKey } from '$lib/server/conversations/draft-key.ts';
import { viewConversation } from '$lib/server/conversations/view-conversation.ts';
import { environment } from '$lib/server/environment.ts';
import { show } from '$lib/server/http.ts';
import { asking, pageAsked } from '../../../asked.ts';
import type { Actions, PageServerLoad } from './$types';
import { exchangeScreen } from './exchange-screen.ts';
import { exchangeActions } from './exchange-actions.ts';

export const load: PageServerLoad = ({ locals, params, url }) =>
	show(locals, async (tx) => {
		const page = pageAsked(url);
		const question = { applicationId: params.id, page: page - 1 };
		const view = await viewConversation(tx, locals.actor, question);
		const here = localizeHref(`/agent/demandes/${params.id}/messages`);
		return {
			...exchangeScreen(view, {
				locale: getLocale(),
				origin: environment().ORIGIN,
				page: page - 1,
				today: today()
			}),
			draft: draftKey(locals.actor, params.id),
			page,
			previous: page > 1 ? asking(here, { page: page - 1 }) : null,
			next: view.more ? asking(here, { page: page + 1 }) : null,
			done: url.searchParams.get('fait')
		};
	});

export const actions: Actions = exchangeActions;
