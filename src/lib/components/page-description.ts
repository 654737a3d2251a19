import * as m from '$lib/paraglide/messages.js';

/** What search engines and shared links say of pages that do not say it themselves, by where a route begins. */
const DESCRIPTIONS: readonly (readonly [start: string, sentence: () => string])[] = [
	['/(portal)/rendez-vous', m.shell_description_booking],
	['/(portal)/liste-attente', m.shell_description_booking],
	['/(portal)/recherche', m.shell_description_search],
	['/(auth)/accompagnement', m.shell_description_helper],
	['/(auth)', m.shell_description_door],
	['/(applicant)/espace/pieces', m.shell_description_papers],
	['/(applicant)', m.shell_description_space],
	['/(helper)', m.shell_description_helper],
	['/(staff)', m.shell_description_staff]
];

/** One sentence on what a page is for. It comes from the address alone: what is known of a person cannot get into it. */
export function pageDescription(route: string | null): string {
	const found = DESCRIPTIONS.find(([start]) => route?.startsWith(start));
	return (found?.[1] ?? m.portal_home_description)();
}
