import { languagesOf, suitable, type KnownFacts } from '$lib/domain/counters/suitable.ts';
import type { Place } from '$lib/domain/counters/search.ts';
import type { MotiveRow } from '$lib/server/appointments/offer.ts';
import type { Asked } from './asked.ts';

/** What may be filtered, and what is: an address says all of it, and nothing about the person. */
export function filterScreen(
	asked: Asked,
	facts: readonly KnownFacts[],
	motive: Pick<MotiveRow, 'onSite' | 'byTelephone'> | undefined,
	communes: readonly Place[]
) {
	const { canal, acces, langue, commune } = asked;
	const hasChannels = Boolean(motive?.onSite && motive.byTelephone);
	const { ids, leftOut } = suitable(facts, { stepFree: acces !== null, language: langue });
	return {
		among: ids,
		screen: {
			chosen: { canal: hasChannels ? canal : null, acces, langue, commune },
			isFiltered: ids !== null,
			leftOut,
			hasChannels,
			hasStepFree: facts.some(({ stepFree }) => stepFree !== null),
			languages: languagesOf(facts),
			communes: communes.map(({ insee, name }) => ({ value: insee, label: name }))
		}
	};
}

export type FilterScreen = ReturnType<typeof filterScreen>['screen'];
