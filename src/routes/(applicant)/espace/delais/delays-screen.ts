import { dateInWords } from '$lib/domain/words.ts';
import type { MyDelays } from '$lib/server/delays/my-delays.ts';
import { delayLine } from './delay-line.ts';

/** The delays of a request, since when it counts in each commune, and where the commission de médiation is. */
export function delaysScreen(found: MyDelays, locale: string) {
	const { mediation_address: address, mediation_form: form } = found.settings;
	return {
		state: found.state,
		filedOn: dateInWords(found.filedOn, locale),
		delays: found.delays.map((delay) => delayLine(delay, locale)),
		seniority: found.seniority.map(({ commune, since }) => ({
			commune,
			since: dateInWords(since, locale)
		})),
		mediation: {
			address: { value: address.value, confirmed: address.confirmed },
			form: { value: form.value, confirmed: form.confirmed }
		}
	};
}
