import { papersFor } from '$lib/domain/changes/papers.ts';
import { dateInWords, inParis } from '$lib/domain/words.ts';
import type { ProposalView } from '$lib/server/changes/queries.ts';

type Asked = Pick<ProposalView, 'kind' | 'subject' | 'values' | 'createdAt'>;
type Sent = { category: string; state: string; receivedAt: Temporal.Instant };

/** Sent a little before declaring: the paper was for this. */
const JUST_BEFORE_HOURS = 24;
/** What was refused, or never arrived whole, shows nothing. */
const USELESS: readonly string[] = ['to_resend', 'refused_infected', 'receiving', 'deleted'];

/** The papers that a proposal needs, each with the day one of them was sent. */
export function neededPapers(asked: Asked, sent: readonly Sent[], locale: string) {
	const since = asked.createdAt.subtract({ hours: JUST_BEFORE_HOURS });
	const fresh = sent.filter(
		({ state, receivedAt }) =>
			!USELESS.includes(state) && Temporal.Instant.compare(receivedAt, since) >= 0
	);
	return papersFor(asked.kind, asked.values, asked.subject).map((codes) => {
		const paper = fresh.find(({ category }) => (codes as readonly string[]).includes(category));
		return { codes, sentOn: paper ? dateInWords(inParis(paper.receivedAt).day, locale) : null };
	});
}

export type NeededPaper = ReturnType<typeof neededPapers>[number];
