import { pointsWords } from '$lib/components/score-words.ts';
import { localised } from '$lib/domain/localised.ts';
import { distributionOf } from '$lib/domain/score/distribution.ts';
import { numberInWords } from '$lib/domain/words.ts';
import * as m from '$lib/paraglide/messages.js';
import { getLocale } from '$lib/paraglide/runtime.js';
import { show } from '$lib/server/http.ts';
import { gridById } from '$lib/server/score/grids.ts';
import { previewGrid } from '$lib/server/score/preview-grid.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	show(locals, async (tx) => {
		const locale = getLocale();
		const grid = await gridById(tx, locals.actor, params.id);
		const effect = await previewGrid(tx, locals.actor, params.id);
		return {
			id: grid.id,
			name: localised(grid.title, locale),
			requests: effect.requests,
			before: bars(effect.before, locale),
			after: bars(effect.after, locale),
			moves: effect.moves && {
				up: effect.moves.up,
				down: effect.moves.down,
				same: effect.moves.same,
				mostUp: pointsWords(effect.moves.mostUp, locale, true),
				mostDown: pointsWords(effect.moves.mostDown, locale, true)
			},
			applies: grid.criteria.map(({ code, label }) => ({
				label: localised(label, locale),
				value: effect.applies.get(code) ?? 0,
				text: numberInWords(effect.applies.get(code) ?? 0, locale)
			}))
		};
	});

/** The same bars as the applicants', without anybody's place; null without totals or under eleven requests. */
function bars(totals: number[] | null, locale: string) {
	if (!totals) return null;
	const shown = distributionOf(
		totals.map((total) => ({ total, requests: 1 })),
		totals[0] ?? 0
	);
	return (
		shown?.bins.map(({ from, to, about }) => ({
			label: m.score_bin({ from: numberInWords(from, locale), to: pointsWords(to, locale) }),
			value: about,
			text: m.score_bin_about({ count: numberInWords(about, locale) })
		})) ?? null
	);
}
