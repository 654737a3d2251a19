import { paperWords, shownLine, type ShownPerson } from '$lib/components/checklist-words.ts';
import { checklist, type ChecklistLine } from '$lib/domain/documents/checklist.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { today } from '$lib/server/clock.ts';
import { paperCatalogue, type CataloguePaper } from '$lib/server/documents/paper-catalogue.ts';
import { show } from '$lib/server/http.ts';
import type { PageServerLoad } from './$types';
import { answersIn, situationOf } from './asked-situation.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	const papers = await show(locals, paperCatalogue);
	const answers = answersIn(url.searchParams);
	return {
		mandatory: grouped(papers.filter(({ level }) => level === 'mandatory')),
		onRequest: grouped(papers.filter(({ level }) => level === 'on_request')),
		confirmed: papers.every(({ confirmed }) => confirmed),
		answers,
		own: answers && ownList(checklist(situationOf(answers, today())), papers)
	};
};

/** Group after group, in the order of the catalogue, in the reader's language. */
function grouped(papers: CataloguePaper[]) {
	const locale = getLocale();
	const words = paperWords(papers, locale);
	const groups = Object.groupBy(papers, ({ groupCode }) => groupCode);
	return Object.entries(groups).map(([group, members = []]) => ({
		group,
		papers: members.map(({ code }) => words(code))
	}));
}

/** The list for one situation: for each adult, then for the household. */
function ownList(lines: ChecklistLine[], papers: CataloguePaper[]) {
	const kind = paperWords(papers, getLocale());
	const people = (when: ChecklistLine['when']): ShownPerson[] =>
		['you', 'other', null].flatMap((id) => {
			const own = lines.filter((line) => line.when === when && line.personId === id);
			if (own.length === 0) return [];
			return [
				{ key: id ?? 'household', title: null, lines: own.map((l) => shownLine(l, kind, null)) }
			];
		});
	return { now: people('now'), later: people('later') };
}
