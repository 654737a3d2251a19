import { error } from '@sveltejs/kit';
import { isProofKind } from '$lib/domain/proofs/proofs.ts';
import { localeOf } from '$lib/server/conversations/take-template.ts';
import { act } from '$lib/server/http.ts';
import { makeProof } from '$lib/server/proofs/make-proof.ts';
import { proofResponse } from '$lib/server/proofs/proof-response.ts';
import type { RequestHandler } from './$types';

/** A document handed over at the counter, French with the person's language beside. Each print is written down. */
export const GET: RequestHandler = async ({ locals, params: { id, kind } }) => {
	if (!isProofKind(kind)) error(404);
	const proof = await act(locals, async (tx) => {
		const locale = await localeOf(tx, id);
		return makeProof(tx, locals.actor, { kind, applicationId: id, locale });
	});
	return proofResponse(proof, kind);
};
