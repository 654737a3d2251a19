import { codeWords, factName, rateWords } from '$lib/components/score-words.ts';
import { localised } from '$lib/domain/localised.ts';
import { dateInWords } from '$lib/domain/words.ts';
import type { KeptGrid } from '$lib/server/score/grids.ts';

/** A grid as staff see it: its head to edit, its criteria in a table. */
export function editGridScreen(grid: KeptGrid, locale: string) {
	return {
		id: grid.id,
		isDraft: grid.state === 'draft',
		title: grid.title as Partial<Record<string, string>>,
		name: localised(grid.title, locale),
		source: grid.source,
		isExample: grid.isExample,
		startsOn: grid.startsOn ? dateInWords(grid.startsOn, locale) : null,
		criteria: grid.criteria.map((criterion) => ({
			id: criterion.code,
			label: localised(criterion.label, locale),
			rate: rateWords(criterion, locale),
			looksAt: [factName(criterion.fact), ...codeWords(criterion.fact, criterion.codes)].join(
				' · '
			),
			confirmed: criterion.confirmed
		}))
	};
}
