import { fail } from '@sveltejs/kit';
import { dateInWords, inParis } from '$lib/domain/words.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { issueActivationCode } from '$lib/server/accounts/issue-activation-code.ts';
import { viewApplication } from '$lib/server/applications/view-application.ts';
import { proposalsOf } from '$lib/server/changes/queries.ts';
import { helpersSeenByCounter } from '$lib/server/helpers/queries.ts';
import { act, show } from '$lib/server/http.ts';
import { proposalLine } from '../../../../(applicant)/espace/demande/changements/proposal-line.ts';
import { agentKind } from '../../changements/agent-words.ts';
import { fileScreen } from './file-screen.ts';
import { helperSeen } from './helpers-seen.ts';

export const load = ({ locals, params, url }) =>
	show(locals, async (tx) => {
		const file = await viewApplication(tx, locals.actor, { applicationId: params.id });
		const [helpers, asked] = await Promise.all([
			helpersSeenByCounter(tx, locals.actor, params.id),
			proposalsOf(tx, locals.actor, params.id)
		]);
		return {
			...fileScreen(file, getLocale()),
			entered: url.searchParams.has('saisi'),
			helpers: helpers.map((seen) => helperSeen(seen, getLocale())),
			asked: asked.map((line) => proposalLine(line, getLocale(), agentKind))
		};
	});

export const actions = {
	/** A new code is shown on the answer to this very request and nowhere else: no redirect, nothing kept. */
	code: async ({ locals, params, request }) => {
		const typed = await request.formData();
		if (typed.get('identite') !== 'verifiee') {
			return fail(400, {
				outcome: 'invalid' as const,
				errors: { identite: 'required' },
				values: {}
			});
		}
		const issued = await act(locals, (tx) =>
			issueActivationCode(tx, locals.actor, { applicationId: params.id })
		);
		const until = dateInWords(inParis(issued.expiresAt).day, getLocale());
		return { outcome: 'issued' as const, code: issued.code, until };
	}
};
