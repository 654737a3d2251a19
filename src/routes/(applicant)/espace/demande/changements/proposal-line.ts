import { kindTitle } from '$lib/components/change-words.ts';
import { factLabel } from '$lib/components/fact-words.ts';
import { readFactText } from '$lib/domain/changes/facts.ts';
import type { ProposalKind } from '$lib/domain/changes/kinds.ts';
import type { ProposalState } from '$lib/domain/changes/states.ts';
import { dateInWords, inParis } from '$lib/domain/words.ts';
import * as m from '$lib/paraglide/messages.js';

type Asked = {
	id: string;
	kind: ProposalKind;
	subject: string;
	state: ProposalState;
	createdAt: Temporal.Instant;
};

/**
 * What was asked, in one line: a correction says of which fact.
 * @param words how a change is called: as the person says it, unless it is for an agent
 */
export function proposalTitle(
	{ kind, subject }: Pick<Asked, 'kind' | 'subject'>,
	words: (kind: ProposalKind) => string = kindTitle
): string {
	const key = kind === 'rectification' ? readFactText(subject) : null;
	return key ? m.change_correction_of({ fact: factLabel(key) }) : words(kind);
}

export function proposalLine(asked: Asked, locale: string, words = kindTitle) {
	return {
		id: asked.id,
		title: proposalTitle(asked, words),
		state: asked.state,
		day: dateInWords(inParis(asked.createdAt).day, locale)
	};
}

export type ProposalLine = ReturnType<typeof proposalLine>;
