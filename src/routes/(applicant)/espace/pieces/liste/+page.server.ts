import { paperWords, shownLine, type ShownPerson } from '$lib/components/checklist-words.ts';
import { checklist, type ChecklistLine } from '$lib/domain/documents/checklist.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { applicationIdOf } from '$lib/server/applications/access.ts';
import { paperKinds, papersOfRequest } from '$lib/server/documents/queries.ts';
import { situationOfRequest } from '$lib/server/documents/situation-of-request.ts';
import { show } from '$lib/server/http.ts';
import type { PageServerLoad } from './$types';

type Papers = Awaited<ReturnType<typeof papersOfRequest>>;

const HERE: readonly string[] = ['received', 'being_checked', 'accepted'];

export const load: PageServerLoad = ({ locals }) =>
	show(locals, async (tx) => {
		const applicationId = applicationIdOf(locals.actor);
		const situation = await situationOfRequest(tx, locals.actor, applicationId);
		const papers = await papersOfRequest(tx, locals.actor, applicationId);
		const kinds = await paperKinds(tx);
		const kind = paperWords(kinds, getLocale());
		const lines = checklist(situation);
		const shown = (when: ChecklistLine['when']): ShownPerson[] =>
			[...papers.household, null].flatMap((person) => {
				const own = lines.filter(
					(line) => line.when === when && line.personId === (person?.id ?? null)
				);
				return own.length === 0
					? []
					: [
							{
								key: person?.id ?? 'household',
								title: person && [person.firstName, person.lastName].filter(Boolean).join(' '),
								lines: own.map((line) => shownLine(line, kind, stateOf(line, papers)))
							}
						];
			});
		return {
			now: shown('now'),
			later: shown('later'),
			confirmed: kinds.every(({ confirmed }) => confirmed)
		};
	});

/** A paper that is in the register is never to be sent again, unless it was set aside there. */
function stateOf(line: ChecklistLine, papers: Papers) {
	const own = papers.sent.filter(
		({ personId, category }) =>
			personId === line.personId && (line.papers as readonly string[]).includes(category)
	);
	if (own.some(({ state }) => state === 'passed_on')) return 'in_sne' as const;
	return own.some(({ state }) => HERE.includes(state)) ? ('sent' as const) : ('missing' as const);
}
