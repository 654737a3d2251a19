import * as m from '$lib/paraglide/messages.js';

/** Who said a fact, in words: declared by you, entered by the counter, official. */
export function said(origin: 'declared' | 'counter' | 'official'): string {
	if (origin === 'declared') return m.space_said_declared();
	return origin === 'counter' ? m.space_said_counter() : m.space_said_official();
}

/**
 * Who said an event, with the body's name. What a counter enters stays the counter's word, also when somebody told it
 * so: only the register and the landlords' own systems are official.
 */
export function saidBy(
	origin: 'declared' | 'counter' | 'official',
	author: string,
	toldBy: string | null = null
): string {
	if (origin === 'declared') return m.space_origin_declared();
	if (origin === 'counter' && toldBy) return m.life_origin_told({ author, by: toldBy });
	return origin === 'counter'
		? m.space_origin_counter({ author })
		: m.space_origin_official({ author });
}

/** The same, with the day it was said. */
export function saidOn(origin: 'declared' | 'counter' | 'official', day: string): string {
	return m.space_said_on({ who: said(origin), day });
}

type SaidEvent = {
	kind: string;
	origin: 'declared' | 'counter' | 'official';
	author: string;
	toldBy: string | null;
	/** Who did it for the person, when it was somebody who helps them. */
	helper?: string | null;
};

/** Who said an event of the timeline; a paper that a counter scanned was sent by it in the person's name. */
export function eventSaidBy({ kind, origin, author, toldBy, helper }: SaidEvent): string {
	if (helper) return m.helpers_said_by({ name: helper });
	const isScan = kind === 'papers_received' && origin === 'counter';
	return isScan ? m.review_sent_by_counter({ author }) : saidBy(origin, author, toldBy);
}
