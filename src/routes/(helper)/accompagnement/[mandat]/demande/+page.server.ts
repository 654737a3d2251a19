import { getLocale } from '$lib/paraglide/runtime.js';
import { registeredFacts } from '$lib/server/applications/registered-facts.ts';
import { territoryCommunes } from '$lib/server/changes/territory-communes.ts';
import { factsScreen } from '../../../../(applicant)/espace/demande/facts-screen.ts';
import { helping } from '../helping.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
	helping(locals, 'view-facts', async ({ tx, helper, applicationId, person }) => {
		const facts = await registeredFacts(tx, helper, applicationId);
		const communes = await territoryCommunes(tx);
		const locale = getLocale();
		const { blocks } = factsScreen({ facts, communes, renewal: null, locale }, []);
		return { person, blocks };
	});
