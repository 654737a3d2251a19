import { show } from '$lib/server/http.ts';
import { settingsOf } from '$lib/server/settings/queries.ts';
import type { PageServerLoad } from './$types';

/** How long papers and visitors' names stay is what the service set, not what it was when this page was written. */
export const load: PageServerLoad = ({ locals }) =>
	show(locals, async (tx) => {
		const settings = await settingsOf(tx, [
			'papers_deposit_days',
			'paper_grace_days',
			'visitor_contact_months'
		]);
		return {
			depositDays: settings.papers_deposit_days.value,
			graceDays: settings.paper_grace_days.value,
			visitorMonths: {
				value: settings.visitor_contact_months.value,
				confirmed: settings.visitor_contact_months.confirmed
			}
		};
	});
