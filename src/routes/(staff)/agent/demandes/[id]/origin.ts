import { said } from '$lib/components/said.ts';
import * as m from '$lib/paraglide/messages.js';

type Said = { origin: 'declared' | 'counter' | 'official'; on: string };

/** Who said a fact and when, for an agent's eyes: what the person says of themselves is not "by you". */
export function origin(fact: Said | null | undefined): string | undefined {
	if (!fact) return undefined;
	const who = fact.origin === 'declared' ? m.agent_said_declared() : said(fact.origin);
	return m.space_said_on({ who, day: fact.on });
}
