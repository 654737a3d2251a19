import type { Passage } from '../../domain/guide/passages.ts';
import * as m from '../../paraglide/messages.js';
import type { Locale } from '../../paraglide/runtime.js';

type Words = (input: object, options: { locale: Locale }) => string;

const TOOLS: readonly [address: string, title: Words, body: Words][] = [
	['/rendez-vous', m.search_tool_book, m.search_tool_book_text],
	['/pieces', m.search_tool_papers, m.search_tool_papers_text],
	['/plafonds', m.search_tool_ceilings, m.search_tool_ceilings_text],
	['/cotation', m.search_tool_score, m.search_tool_score_text],
	['/chiffres', m.search_tool_figures, m.search_tool_figures_text],
	['/guichets', m.search_tool_counters, m.search_tool_counters_text],
	['/espace', m.search_tool_request, m.search_tool_request_text],
	['/lettres', m.search_tool_letters, m.search_tool_letters_text]
];

/** The pages that do something, as a search finds them. */
export function toolPassages(locale: string): Passage[] {
	const options = { locale: locale as Locale };
	return TOOLS.map(([address, title, body]) => ({
		kind: 'page',
		address,
		anchor: null,
		title: title({}, options),
		heading: null,
		body: body({}, options),
		also: ''
	}));
}
