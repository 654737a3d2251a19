import { asc, eq, or } from 'drizzle-orm';
import type { Agent } from '../../domain/accounts/actor.ts';
import { communesLine } from '../../domain/applications/merging.ts';
import type { RequestState } from '../../domain/applications/event-kinds.ts';
import { isLive } from '../../domain/applications/states.ts';
import { normaliseUniqueNumber } from '../../domain/applications/unique-number.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { canSeeApplication } from '../applications/access.ts';
import { housingOf } from '../applications/queries.ts';
import { recordEvent, type EventInput } from '../applications/record-event.ts';
import { application } from '../db/schema/applications.ts';
import type { Tx } from '../db/unit-of-work.ts';

type MergeInput = EventInput & { kind: 'merged' };

/**
 * Another request of the same household joins this one: its number is struck off and names the one that goes on, which
 * keeps, for the communes the other asked for, the other's seniority (R441-2-8). A request that is not known here, or
 * not to this agent, is taken as it was typed.
 *
 * @returns the state of the request that goes on
 * @throws RuleBroken `merge-itself`, `merge-ended` when the other was struck off already, and those of `recordEvent`
 */
export async function mergeRequest(tx: Tx, actor: Agent, input: MergeInput): Promise<RequestState> {
	const mergedNumber = normaliseUniqueNumber(String(input.detail?.['mergedNumber'] ?? ''));
	// Both at once and in one order: two people who merge the same two requests must not wait for each other.
	const locked = await tx
		.select({ id: application.id, uniqueNumber: application.uniqueNumber })
		.from(application)
		.where(or(eq(application.id, input.applicationId), eq(application.uniqueNumber, mergedNumber)))
		.orderBy(asc(application.id))
		.for('update');
	const kept = locked.find(({ id }) => id === input.applicationId);
	if (kept?.uniqueNumber === mergedNumber) throw new RuleBroken('merge-itself');
	const other = await otherRequest(tx, actor, mergedNumber);
	const detail = { ...input.detail, mergedNumber, ...(other && other.facts) };
	const state = await recordEvent(tx, actor, { ...input, detail });
	if (other) {
		await recordEvent(tx, actor, {
			...input,
			applicationId: other.id,
			kind: 'struck_off_merged',
			detail: { body: input.author, keptNumber: kept?.uniqueNumber ?? '' },
			seen: undefined
		});
	}
	return state;
}

async function otherRequest(tx: Tx, actor: Agent, uniqueNumber: string) {
	const [found] = await tx
		.select({ id: application.id, filedOn: application.filedOn, state: application.state })
		.from(application)
		.where(eq(application.uniqueNumber, uniqueNumber));
	if (!found || !(await canSeeApplication(tx, actor, found.id))) return null;
	if (!isLive(found.state)) throw new RuleBroken('merge-ended');
	const { communes } = await housingOf(tx, found.id);
	const names = communes.flatMap(({ name }) => name ?? []);
	return {
		id: found.id,
		facts: {
			mergedFiledOn: found.filedOn.toString(),
			...(names.length > 0 && { communes: communesLine(names) })
		}
	};
}
