import { proofNames } from '$lib/components/score-lines.ts';
import { codeWords, factName, rateWords } from '$lib/components/score-words.ts';
import { localised, type LocalisedText } from '$lib/domain/localised.ts';
import { hasAllPoints } from '$lib/domain/score/grid.ts';
import { dateInWords } from '$lib/domain/words.ts';
import type { KeptGrid } from '$lib/server/score/grids.ts';

/** The grid in force for anybody: each criterion, what it looks at, what it gives, how it is proved. */
export function gridScreen(
	grid: KeptGrid,
	proofs: ReadonlyMap<string, LocalisedText>,
	locale: string
) {
	return {
		title: localised(grid.title, locale),
		source: grid.source,
		isExample: grid.isExample,
		startsOn: grid.startsOn ? dateInWords(grid.startsOn, locale) : '',
		hasAllPoints: hasAllPoints(grid),
		criteria: grid.criteria.map((criterion) => ({
			code: criterion.code,
			label: localised(criterion.label, locale),
			rate: rateWords(criterion, locale),
			looksAt: [factName(criterion.fact), ...codeWords(criterion.fact, criterion.codes)],
			explanation: localised(criterion.explanation, locale),
			proofs: proofNames(criterion, proofs, locale),
			source: criterion.source,
			confirmed: criterion.confirmed
		}))
	};
}
