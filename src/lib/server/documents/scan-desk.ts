import type { Actor } from '../../domain/accounts/actor.ts';
import { applicationById, householdOf } from '../applications/queries.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { mayReadSensitive, requireAgent } from './access.ts';
import { paperKinds } from './queries.ts';

/** The household's members a paper may be about: the unborn have none. */
const NAMED: readonly string[] = ['applicant', 'coapplicant', 'dependant', 'in_custody'];

/**
 * What an agent chooses from to scan a paper for somebody: the kinds they may read, and the household. The look leaves
 * its line in the journal.
 * @throws Refused for whoever is no agent, NotFound for a request outside their territory
 */
export async function scanDesk(tx: Tx, actor: Actor, applicationId: string) {
	const agent = requireAgent(actor, 'scan-for-person');
	const { uniqueNumber } = await applicationById(tx, agent, applicationId);
	const household = await householdOf(tx, applicationId);
	const kinds = await paperKinds(tx);
	await recordAudit(tx, agent, {
		action: 'view-application',
		applicationId,
		subjectKind: 'application',
		subjectId: applicationId
	});
	return {
		uniqueNumber,
		people: household.filter(({ role }) => NAMED.includes(role)),
		kinds: kinds.filter(
			({ active, sensitive }) => active && (!sensitive || mayReadSensitive(agent))
		)
	};
}
