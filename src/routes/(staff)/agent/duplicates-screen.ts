import { dateInWords, inParis } from '$lib/domain/words.ts';
import type { PossibleDuplicate } from '$lib/server/reception/possible-duplicates.ts';

/** Who may be the same person, each as one line. */
export function duplicatesScreen(found: readonly PossibleDuplicate[], locale: string) {
	return found.map((each) =>
		each.kind === 'request'
			? {
					kind: each.kind,
					key: each.applicationId,
					name: each.name,
					uniqueNumber: each.uniqueNumber
				}
			: {
					kind: each.kind,
					key: each.appointmentId,
					name: each.name,
					day: dateInWords(inParis(each.startsAt).day, locale),
					counter: each.counter
				}
	);
}

export type DuplicateScreen = ReturnType<typeof duplicatesScreen>[number];
