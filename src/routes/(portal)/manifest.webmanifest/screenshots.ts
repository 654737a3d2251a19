import { existsSync } from 'node:fs';
import * as m from '$lib/paraglide/messages.js';
import { baseLocale, type Locale } from '$lib/paraglide/runtime.js';

/** What scripts/app-pictures.ts draws, with what each shows. */
const SHOTS = [
	['accueil', m.phone_screen_home, 'narrow', '360x740'],
	['rendez-vous', m.phone_screen_book, 'narrow', '360x740'],
	['espace', m.phone_screen_request, 'narrow', '360x740'],
	['large', m.phone_screen_home, 'wide', '1024x640']
] as const;

/** Those of a language, where they were drawn; those of French until then. */
export function screenshots(locale: Locale) {
	return SHOTS.map(([name, label, form_factor, sizes]) => {
		const drawn = [locale, baseLocale].find((one) =>
			existsSync(`static/ecrans/${one}-${name}.webp`)
		);
		return {
			src: `/ecrans/${drawn ?? baseLocale}-${name}.webp`,
			sizes,
			type: 'image/webp',
			form_factor,
			label: label()
		};
	});
}
