import type { Actor } from '../../domain/accounts/actor.ts';
import { NotFound } from '../../domain/errors.ts';
import type { ProofKind } from '../../domain/proofs/proofs.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { linkPath } from '../appointments/links.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { composeAppointment } from './compose-appointment.ts';
import { composeDecision } from './compose-decision.ts';
import { composeRegistration } from './compose-registration.ts';
import { composeRenewal } from './compose-renewal.ts';
import { composeRequest } from './compose-request.ts';
import { proofFacts, type ProofFacts } from './proof-facts.ts';
import type { Proof } from './proof.ts';
import { wordsFor, type Words } from './words.ts';

export type MakeProofInput = {
	kind: ProofKind;
	applicationId: string;
	/** The language beside the French. */
	locale: string;
};

/**
 * A printed proof of one request, as text still. An agent who prints one leaves a line in the journal, in the same
 * transaction.
 * @throws NotFound for a stranger's request, for a helper, and for a proof of what did not happen
 */
export async function makeProof(
	tx: Tx,
	actor: Actor,
	{ kind, applicationId, locale }: MakeProofInput
): Promise<Proof> {
	const facts = await proofFacts(tx, actor, applicationId);
	if (!facts.available.includes(kind)) throw new NotFound('proof');
	if (actor.kind === 'agent') {
		await recordAudit(tx, actor, {
			action: 'print-proof',
			applicationId,
			subjectKind: 'proof',
			subjectId: kind
		});
	}
	return compose(kind, facts, wordsFor(locale), actor.kind === 'agent');
}

function compose(kind: ProofKind, facts: ProofFacts, words: Words, isAgent: boolean): Proof {
	switch (kind) {
		case 'enregistrement':
			return composeRegistration(facts, words, isAgent);
		case 'renouvellement':
			return composeRenewal(facts, words, isAgent);
		case 'ma-demande':
			return composeRequest(facts, words);
		case 'decision':
			return composeDecision(facts, words);
		case 'rendez-vous':
			return slip(facts, words);
	}
}

function slip({ next, today }: ProofFacts, words: Words): Proof {
	if (!next) throw new NotFound('proof');
	return composeAppointment(next, today, words, linkPath(next.row.id));
}
