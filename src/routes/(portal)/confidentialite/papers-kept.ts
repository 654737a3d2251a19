import { durationWords } from '$lib/components/setting-words.ts';
import * as m from '$lib/paraglide/messages.js';

/** How long a paper stays here, by what the service set: days to deposit it in SNE, days before its file goes. */
export function papersKept(set: { depositDays: number; graceDays: number }): string {
	return m.portal_privacy_papers_long({
		deposit: durationWords(set.depositDays, 'days'),
		destroyed:
			set.graceDays === 0
				? m.portal_privacy_papers_at_once()
				: m.portal_privacy_papers_after({ delay: durationWords(set.graceDays, 'days') })
	});
}
