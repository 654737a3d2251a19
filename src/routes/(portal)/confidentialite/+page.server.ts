import { show } from '$lib/server/http.ts';
import { settingsOf } from '$lib/server/settings/queries.ts';
import type { PageServerLoad } from './$types';

/** How long papers stay is what the service set, not what it was when this page was written. */
export const load: PageServerLoad = ({ locals }) =>
	show(locals, async (tx) => {
		const settings = await settingsOf(tx, ['papers_deposit_days', 'paper_grace_days']);
		return {
			depositDays: settings.papers_deposit_days.value,
			graceDays: settings.paper_grace_days.value
		};
	});
