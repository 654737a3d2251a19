import { figureText, typeName } from '$lib/components/figure-words.ts';
import { scoreLines } from '$lib/components/score-lines.ts';
import { causeWords, pointsWords, signWords } from '$lib/components/score-words.ts';
import { localised } from '$lib/domain/localised.ts';
import type { FigureType } from '$lib/domain/figures/lines.ts';
import { dateInWords, inParis, numberInWords } from '$lib/domain/words.ts';
import * as m from '$lib/paraglide/messages.js';
import type { ComparedScore } from '$lib/server/score/compared-score.ts';
import type { RequestScore } from '$lib/server/score/request-score.ts';

/** A score with everything that explains it, in the reader's language. */
export function scoreScreen(found: RequestScore, compared: ComparedScore, locale: string) {
	const { score, grid, history, proofs } = found;
	const applied = new Set(score.lines.map(({ code }) => code));
	return {
		total: score.total === null ? null : pointsWords(score.total, locale),
		computedOn: dateInWords(score.computedFor, locale),
		grid: gridHead(found, locale),
		lines: scoreLines(score.lines, grid.criteria, proofs, locale),
		others: grid.criteria
			.filter(({ code }) => !applied.has(code))
			.map(({ code, label, points }) => ({
				code,
				label: localised(label, locale),
				points: pointsWords(points, locale, true)
			})),
		refusal: refusalWords(found, locale),
		signs: found.signs.map(signWords),
		compared: comparedScreen(compared, locale),
		history: history.map((past) => ({
			id: past.id,
			isCurrent: past.id === score.id,
			day: dateInWords(inParis(past.computedAt).day, locale),
			total: past.total === null ? m.score_total_none() : pointsWords(past.total, locale),
			cause: causeWords(past.cause)
		}))
	};
}

export type ScoreScreen = ReturnType<typeof scoreScreen>;

function gridHead({ grid }: RequestScore, locale: string) {
	return {
		title: localised(grid.title, locale),
		source: grid.source,
		isExample: grid.isExample,
		startsOn: grid.startsOn ? dateInWords(grid.startsOn, locale) : ''
	};
}

function refusalWords({ refusal }: RequestScore, locale: string): string {
	if (refusal.kind === 'silent') return m.score_refusal_silent();
	if (refusal.kind === 'unknown') return m.score_refusal_unknown();
	return refusal.change === 0
		? m.score_refusal_none()
		: m.score_refusal_change({ points: pointsWords(refusal.change, locale) });
}

function comparedScreen(
	{ pairs, pair, distribution, line, figures }: ComparedScore,
	locale: string
) {
	const named = pairs.map(({ key, name, type }) => ({
		value: key,
		label: m.figures_place_and_type({ place: name, type: typeName(type as FigureType) })
	}));
	return {
		pairs: named,
		chosen: pair?.key ?? null,
		name: named.find(({ value }) => value === pair?.key)?.label ?? '',
		delay: line ? figureText(line.delayMonths, 'delayMonths', locale) : null,
		delayIsExample: figures?.isExample ?? false,
		distribution: distribution && {
			about: numberInWords(distribution.about, locale),
			fewer: fewerWords(distribution.fewerInTen),
			bars: distribution.bins.map(({ from, to, about, isMine }) => ({
				label:
					from === to
						? pointsWords(from, locale)
						: m.score_bin({ from: numberInWords(from, locale), to: pointsWords(to, locale) }),
				value: about,
				text: m.score_bin_about({ count: numberInWords(about, locale) }),
				...(isMine && { current: m.score_you() })
			}))
		}
	};
}

/** In words that do not promise: never a rank. */
function fewerWords(fewerInTen: number): string {
	if (fewerInTen === 0) return m.score_fewer_none();
	return fewerInTen === 10 ? m.score_fewer_all() : m.score_fewer({ count: String(fewerInTen) });
}
