import { isOpen } from '$lib/domain/changes/states.ts';
import { myRequest } from '$lib/server/applications/my-request.ts';
import { proposalsOf } from '$lib/server/changes/queries.ts';
import { today } from '$lib/server/clock.ts';
import { begunDrafts } from '$lib/server/documents/begun-drafts.ts';
import { myFigures } from '$lib/server/figures/my-figures.ts';
import { show } from '$lib/server/http.ts';
import { applicationIdOf } from '$lib/server/applications/access.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { proposalLine } from './demande/changements/proposal-line.ts';
import { requestScreen } from './request-screen.ts';

export const load = ({ locals }) =>
	show(locals, async (tx) => {
		const id = applicationIdOf(locals.actor);
		const [request, figures, proposals, drafts] = await Promise.all([
			myRequest(tx, locals.actor, id),
			myFigures(tx, locals.actor, id),
			proposalsOf(tx, locals.actor, id),
			begunDrafts(tx, locals.actor, getLocale())
		]);
		const asked = proposals.filter(({ state }) => isOpen(state));
		return {
			...requestScreen(request, figures, today(), getLocale()),
			asked: asked.map((line) => proposalLine(line, getLocale())),
			drafts
		};
	});
