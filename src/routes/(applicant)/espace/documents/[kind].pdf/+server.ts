import { error } from '@sveltejs/kit';
import { isProofKind } from '$lib/domain/proofs/proofs.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { applicationIdOf } from '$lib/server/applications/access.ts';
import { act } from '$lib/server/http.ts';
import { makeProof } from '$lib/server/proofs/make-proof.ts';
import { proofResponse } from '$lib/server/proofs/proof-response.ts';
import type { RequestHandler } from './$types';

/** One of the person's documents, French with the language of the page beside. */
export const GET: RequestHandler = async ({ locals, params: { kind } }) => {
	if (!isProofKind(kind)) error(404);
	const proof = await act(locals, (tx) =>
		makeProof(tx, locals.actor, {
			kind,
			applicationId: applicationIdOf(locals.actor),
			locale: getLocale()
		})
	);
	return proofResponse(proof, kind);
};
