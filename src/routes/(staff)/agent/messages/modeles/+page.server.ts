import { languageNames } from '$lib/components/languages.ts';
import { replyTemplates } from '$lib/server/conversations/queries.ts';
import { show } from '$lib/server/http.ts';
import { agentOf } from '../../staff.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
	show(locals, async (tx) => {
		const isHead = agentOf(locals).role === 'head';
		const templates = await replyTemplates(tx, isHead ? 'all' : 'active');
		return {
			isHead,
			saved: url.searchParams.has('enregistre'),
			templates: templates.map(({ id, title, active, body }) => ({
				id,
				title,
				active,
				text: body.fr,
				languages: Object.entries(languageNames)
					.filter(([code]) => body[code])
					.map(([, name]) => name)
			}))
		};
	});
