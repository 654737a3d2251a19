import { sealSearch } from '../../../src/lib/server/applications/kept-search.ts';
import type { Load } from './load.ts';
import type { Region } from './region.ts';

/** The pages that are opened most. `file`: built once, so that a file is what it can be compared with. */
export const PAGES = {
	home: { label: 'home', kind: 'public', path: '/' },
	guide: { label: 'guide, a chapter', kind: 'file', path: '/guide/cotation' },
	counters: { label: 'counters', kind: 'public', path: '/guichets' },
	book: {
		label: 'book, search',
		kind: 'public',
		path: '/rendez-vous?motif=enregistrement&guichet=antibes'
	},
	request: { label: 'my request', kind: 'personal', path: '/espace' },
	papers: { label: 'papers', kind: 'personal', path: '/espace/pieces' },
	day: { label: `agent's day`, kind: 'agent', path: '/agent' },
	search: { label: `agent's search by name`, kind: 'agent', path: '/agent/demandes?recherche=1' }
} as const;

export type PageName = keyof typeof PAGES;

/** Parts of names that somebody of the territory may have. */
const NAMES = ['bacor', 'galhu', 'norros', 'telwen', 'misa'];

/** The requests of a page: of different applicants; of one agent, who looks for different names. */
export function requestsOf(page: PageName, { applicants, agent }: Region): Load['requests'] {
	const { path, kind } = PAGES[page];
	if (kind === 'personal') return applicants.map((cookie) => ({ path, cookie }));
	if (page === 'search')
		return NAMES.map((name) => ({
			path,
			cookie: `${agent.cookie}; recherche=${sealSearch(name, agent.id)}`
		}));
	return [kind === 'agent' ? { path, cookie: agent.cookie } : { path }];
}
