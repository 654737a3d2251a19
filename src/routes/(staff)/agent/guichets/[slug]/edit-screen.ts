import type { Actor } from '$lib/domain/accounts/actor.ts';
import { localised } from '$lib/domain/localised.ts';
import { weekdayInWords } from '$lib/domain/words.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { counterToEdit } from '$lib/server/counters/counter-agenda.ts';
import type { Tx } from '$lib/server/db/unit-of-work.ts';

/** What every form about a counter's times chooses from. @throws as counterToEdit */
export async function editScreen(tx: Tx, actor: Actor, slug: string) {
	const edited = await counterToEdit(tx, actor, slug);
	const locale = getLocale();
	return {
		edited,
		screen: {
			counter: { slug: edited.counter.slug, name: edited.counter.name },
			desks: edited.desks
				.filter(({ active }) => active)
				.map(({ id, name }) => ({ value: id, label: name })),
			motives: edited.motives.map(({ code, label }) => ({
				value: code,
				label: localised(label, locale)
			})),
			weekdays: [1, 2, 3, 4, 5, 6, 7].map((day) => ({
				value: String(day),
				label: weekdayInWords(day, locale)
			}))
		}
	};
}
