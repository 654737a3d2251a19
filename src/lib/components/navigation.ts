import * as m from '$lib/paraglide/messages.js';
import { deLocalizeHref, localizeHref } from '$lib/localize-href.ts';
import type { IconName } from './icons.ts';

export interface NavigationItem {
	href: string;
	label: string;
	icon: IconName;
	current: 'page' | 'true' | undefined;
}

type Entry = [path: string, label: () => string, icon: IconName];

const book: Entry = ['/rendez-vous', m.shell_nav_book, 'calendar-plus'];
const guide: Entry = ['/guide', m.guide_title, 'book-open'];
const counters: Entry = ['/guichets', m.shell_nav_counters, 'map-pin'];

const entries: Record<'visitor' | 'applicant' | 'agent' | 'helper', Entry[]> = {
	visitor: [['/espace', m.shell_nav_request, 'house'], book, guide, counters],
	applicant: [
		['/espace', m.shell_nav_my_request, 'house'],
		['/espace/pieces', m.shell_nav_papers, 'file-text'],
		['/espace/messages', m.shell_nav_messages, 'message-square'],
		book,
		guide,
		counters
	],
	helper: [['/accompagnement', m.helpers_nav_people, 'users'], guide, counters],
	agent: [
		['/agent', m.shell_nav_today, 'calendar-check'],
		['/agent/agenda', m.agent_nav_agenda, 'calendar'],
		['/agent/demandes', m.agent_nav_requests, 'users'],
		['/agent/messages', m.shell_nav_messages, 'message-square'],
		['/agent/pieces', m.agent_nav_papers, 'file-text'],
		['/agent/guichets', m.agent_nav_counters, 'map-pin'],
		['/agent/procedures', m.agent_nav_procedures, 'info'],
		['/agent/journal', m.agent_nav_journal, 'history'],
		['/agent/reglages', m.agent_nav_settings, 'settings']
	]
};

/** The main places of the site for this reader, in their language, the present one marked. */
export function navigation(
	kind: 'applicant' | 'agent' | 'helper' | undefined,
	path: string
): NavigationItem[] {
	const here = deLocalizeHref(path);
	const places = entries[kind ?? 'visitor'];
	const nearest = nearestPlace(here, places);
	return places.map(([target, label, icon]) => ({
		href: localizeHref(target),
		label: label(),
		icon,
		current: here === target ? 'page' : target === nearest ? 'true' : undefined
	}));
}

/** All that the places depend on, beside the language: who for, and which is marked. */
export function navigationKey(
	kind: 'applicant' | 'agent' | 'helper' | undefined,
	path: string
): string {
	const here = deLocalizeHref(path);
	const nearest = nearestPlace(here, entries[kind ?? 'visitor']);
	return `navigation ${kind} ${nearest} ${here === nearest}`;
}

/** Of places one inside the other (/agent, /agent/demandes), only the innermost is "where you are". */
function nearestPlace(here: string, places: readonly Entry[]): string | undefined {
	const around = places
		.map(([target]) => target)
		.filter((target) => `${here}/`.startsWith(`${target}/`));
	return around.sort((a, b) => b.length - a.length)[0];
}
