import { codeLabel } from '$lib/components/code-label.ts';
import { localised } from '$lib/domain/localised.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { paperKinds } from '$lib/server/documents/queries.ts';
import { show } from '$lib/server/http.ts';
import { agentOf } from '../../staff.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const locale = getLocale();
	const kinds = await show(locals, paperKinds);
	return {
		mayEdit: agentOf(locals).role === 'head',
		saved: url.searchParams.has('enregistre'),
		kinds: kinds.map((kind) => ({
			id: kind.code,
			label: localised(kind.label, locale),
			explanation: localised(kind.explanation, locale),
			group: codeLabel('paper_group', kind.groupCode),
			mandatory: kind.level === 'mandatory',
			sensitive: kind.sensitive,
			source: kind.source,
			confirmed: kind.confirmed,
			active: kind.active,
			drawing: kind.drawing
		}))
	};
};
