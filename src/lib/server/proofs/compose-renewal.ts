import { formatUniqueNumber } from '../../domain/applications/unique-number.ts';
import { RENEWAL_WINDOW_DAYS } from '../../domain/applications/validity.ts';
import * as m from '../../paraglide/messages.js';
import { publicAddress } from '../notifications/public-address.ts';
import { namesOf } from './compose-registration.ts';
import { dateFact, established, fact, textsOf } from './parts.ts';
import type { ProofFacts } from './proof-facts.ts';
import type { Proof } from './proof.ts';
import type { Words } from './words.ts';

/** That a request was renewed, until when it now counts, and what happens next time (R441-2-7). */
export function composeRenewal(facts: ProofFacts, words: Words, isSigned: boolean): Proof {
	const { filedOn, renewedOn, validUntil, uniqueNumber } = facts.application;
	const renewed = facts.events.find(({ kind }) => kind === 'renewed');
	return {
		...established(m.proofs_renewal_title, facts.today, words),
		blocks: [
			{
				kind: 'notice',
				title: words.both(m.proofs_worth_title, {}),
				texts: [words.both(m.proofs_worth_renewal, {})]
			},
			{
				kind: 'number',
				label: words.both(m.proofs_number_label, {}),
				value: formatUniqueNumber(uniqueNumber)
			},
			{
				kind: 'facts',
				facts: [
					fact(words, m.proofs_fact_names, namesOf(facts)),
					dateFact(words, m.proofs_fact_filed, filedOn),
					...(renewedOn
						? [dateFact(words, m.proofs_fact_renewed, renewedOn, { origin: renewed?.author })]
						: []),
					dateFact(words, m.proofs_fact_until, validUntil)
				]
			},
			...textsOf([words.both(m.proofs_renewal_keeps, {})]),
			{
				kind: 'section',
				title: words.both(m.proofs_renewal_next, {}),
				blocks: [
					{
						kind: 'facts',
						facts: [
							dateFact(
								words,
								m.proofs_fact_window,
								validUntil.subtract({ days: RENEWAL_WINDOW_DAYS })
							)
						]
					},
					...textsOf([
						words.both(m.proofs_validity_renew, {}),
						words.both(m.proofs_renewal_else, {})
					]),
					{
						kind: 'code',
						address: publicAddress('/espace', words.besideLanguage ?? 'fr'),
						text: words.both(m.proofs_follow_code, {})
					}
				]
			},
			...(isSigned
				? [{ kind: 'signature' as const, text: words.both(m.proofs_signature, {}) }]
				: [])
		]
	};
}
