import type { Locale } from '$lib/paraglide/runtime.js';

/** Each language in its own name: whoever looks for it may read no other. */
export const languageNames: Record<Locale, string> = {
	fr: 'Français',
	en: 'English',
	ar: 'العربية',
	it: 'Italiano',
	pt: 'Português',
	uk: 'Українська'
};
