import { redirect } from '@sveltejs/kit';
import { dateInWords } from '$lib/domain/words.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { LONGEST_SEARCH, openSearch, sealSearch } from '$lib/server/applications/kept-search.ts';
import { searchApplications } from '$lib/server/applications/queries.ts';
import { listRenewalsDue } from '$lib/server/applications/renewals-due.ts';
import { today } from '$lib/server/clock.ts';
import { show } from '$lib/server/http.ts';
import { asking, pageAsked } from '../asked.ts';
import { agentOf } from '../staff.ts';

const COOKIE = 'recherche';
/** Gone after as long as a session may rest; path '/' because the address depends on the language. */
const ATTRIBUTES = { path: '/', httpOnly: true, sameSite: 'strict', maxAge: 30 * 60 } as const;

export const load = ({ locals, url, cookies }) =>
	show(locals, async (tx) => {
		const agent = agentOf(locals);
		const isRenewals = url.searchParams.get('liste') === 'a-renouveler';
		const isSearch = !isRenewals && url.searchParams.has('recherche');
		const text = isSearch ? openSearch(cookies.get(COOKIE), agent.staffId) : '';
		const page = pageAsked(url);
		const { applications, more } = isRenewals
			? await listRenewalsDue(tx, agent, page - 1)
			: await searchApplications(tx, agent, text, page - 1);
		const kind = isRenewals
			? ('renewals' as const)
			: text
				? ('search' as const)
				: ('recent' as const);
		const list = { liste: isRenewals ? 'a-renouveler' : null, recherche: text ? '1' : null };
		const to = (other: number) => asking(localizeHref('/agent/demandes'), { ...list, page: other });
		return {
			text,
			kind,
			page,
			previous: page > 1 ? to(page - 1) : null,
			next: more ? to(page + 1) : null,
			requests: applications.map((row) => ({
				id: row.id,
				name: [row.lastName?.toLocaleUpperCase('fr'), row.firstName].filter(Boolean).join(' '),
				uniqueNumber: row.uniqueNumber,
				state: row.state,
				filedOn: dateInWords(row.filedOn, getLocale()),
				validUntil: dateInWords(row.validUntil, getLocale()),
				daysLeft: today().until(row.validUntil, { largestUnit: 'days' }).days
			}))
		};
	});

export const actions = {
	/** What is looked for goes into a sealed cookie, never into the address; then the results, which "back" finds again. */
	default: async ({ locals, request, cookies }) => {
		const typed = (await request.formData()).get('q');
		const text = searchable(typeof typed === 'string' ? typed : '');
		const here = localizeHref('/agent/demandes');
		if (!text) {
			cookies.delete(COOKIE, ATTRIBUTES);
			redirect(303, here);
		}
		cookies.set(COOKIE, sealSearch(text, agentOf(locals).staffId), ATTRIBUTES);
		redirect(303, asking(here, { recherche: '1' }));
	}
};

/** Control characters belong to no name, and PostgreSQL refuses the first of them. */
function searchable(typed: string): string {
	return typed
		.replace(/\p{Cc}/gu, ' ')
		.trim()
		.slice(0, LONGEST_SEARCH);
}
