import { getLocale } from '$lib/paraglide/runtime.js';
import { viewProposals } from '$lib/server/changes/view-proposals.ts';
import { show } from '$lib/server/http.ts';
import { proposalLine } from '../../../../../(applicant)/espace/demande/changements/proposal-line.ts';
import { agentKind } from '../../../changements/agent-words.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	show(locals, async (tx) => {
		const asked = await viewProposals(tx, locals.actor, { applicationId: params.id });
		return {
			applicationId: params.id,
			lines: asked.map((row) => proposalLine(row, getLocale(), agentKind))
		};
	});
