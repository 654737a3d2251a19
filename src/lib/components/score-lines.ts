import { localised, type LocalisedText } from '../domain/localised.ts';
import type { Criterion } from '../domain/score/grid.ts';
import type { ScoreLine } from '../domain/score/score-of.ts';
import { isDiscreet, pointsWords, whyWords } from './score-words.ts';

/** The lines of a score as they are shown: words of the grid it was computed by, in the reader's language. */
export function scoreLines(
	lines: readonly ScoreLine[],
	criteria: readonly Criterion[],
	proofs: ReadonlyMap<string, LocalisedText>,
	locale: string
) {
	const byCode = new Map(criteria.map((criterion) => [criterion.code, criterion]));
	const labelOf = (code: string | null) => {
		const criterion = code === null ? undefined : byCode.get(code);
		return criterion ? localised(criterion.label, locale) : null;
	};
	return lines.flatMap((line) => {
		const criterion = byCode.get(line.code);
		if (!criterion) return [];
		return [
			{
				code: line.code,
				label: localised(criterion.label, locale),
				points: pointsWords(line.points, locale, true),
				why: whyWords(criterion.fact, line, locale),
				explanation: localised(criterion.explanation, locale),
				proofs: proofNames(criterion, proofs, locale),
				source: criterion.source,
				confirmed: criterion.confirmed,
				coveredBy: labelOf(line.coveredBy),
				discreet: isDiscreet(criterion.fact, line.codes)
			}
		];
	});
}

/** What the papers that prove a criterion are called. */
export function proofNames(
	criterion: Criterion,
	proofs: ReadonlyMap<string, LocalisedText>,
	locale: string
): string[] {
	return criterion.proofs.flatMap((code) => {
		const label = proofs.get(code);
		return label ? [localised(label, locale)] : [];
	});
}
