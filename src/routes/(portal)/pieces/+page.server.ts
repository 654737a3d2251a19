import { localised } from '$lib/domain/localised.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { paperCatalogue, type CataloguePaper } from '$lib/server/documents/paper-catalogue.ts';
import { act } from '$lib/server/http.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const papers = await act(locals, paperCatalogue);
	return {
		mandatory: grouped(papers.filter(({ level }) => level === 'mandatory')),
		onRequest: grouped(papers.filter(({ level }) => level === 'on_request')),
		confirmed: papers.every(({ confirmed }) => confirmed)
	};
};

/** Group after group, in the order of the catalogue, in the reader's language. */
function grouped(papers: CataloguePaper[]) {
	const locale = getLocale();
	const groups = Object.groupBy(papers, ({ groupCode }) => groupCode);
	return Object.entries(groups).map(([group, members = []]) => ({
		group,
		papers: members.map(({ code, label, explanation }) => ({
			code,
			label: localised(label, locale),
			explanation: localised(explanation, locale)
		}))
	}));
}
