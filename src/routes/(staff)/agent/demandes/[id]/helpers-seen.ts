import { lastDayBefore } from '$lib/domain/helpers/mandate.ts';
import { dayInWords } from '$lib/domain/words.ts';
import type { SeenHelper } from '$lib/server/helpers/queries.ts';

/** Who helps, for the agent: as they call themselves, since that is who stands at the desk. */
export function helperSeen(seen: SeenHelper, locale: string) {
	const { id, kind, name, calledThemselves, rights, endsAt } = seen;
	const both = calledThemselves === name ? name : `${calledThemselves} (${name})`;
	return { id, kind, name: both, rights, until: dayInWords(lastDayBefore(endsAt), locale) };
}

export type HelperSeen = ReturnType<typeof helperSeen>;
