import { system } from '../lib/domain/accounts/actor.ts';
import { deleteSignInTraces } from '../lib/server/accounts/delete-sign-in-traces.ts';
import { forgetUnfinishedVisits } from '../lib/server/appointments/visitor-forget.ts';
import { forgetPastVisits } from '../lib/server/appointments/visitor-forget-past.ts';
import { unitOfWork } from '../lib/server/db/unit-of-work.ts';
import { eraseIdleHelpers } from '../lib/server/helpers/erase-idle-helpers.ts';
import { forgetVisitorRequests } from '../lib/server/waiting/forget-visitor-requests.ts';
import { untilNone } from './until-none.ts';

/**
 * Removes sessions that are over, failed sign-ins that no longer count, what visitors typed without booking, who
 * visitors were that came long ago or whose request for a time was answered long ago, and helpers who have long helped nobody.
 */
export async function purgeSessions(): Promise<void> {
	const actor = system('purge-sessions');
	await unitOfWork(actor, (tx) => deleteSignInTraces(tx, actor));
	await unitOfWork(actor, (tx) => forgetUnfinishedVisits(tx, actor));
	await untilNone(() => unitOfWork(actor, (tx) => forgetPastVisits(tx, actor)));
	await unitOfWork(actor, (tx) => forgetVisitorRequests(tx, actor));
	await unitOfWork(actor, (tx) => eraseIdleHelpers(tx, actor));
}
