import { and, asc, count, eq, sql, type SQL } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { countedForActor, visibleApplications } from '../applications/access.ts';
import { built, type Given } from '../db/built.ts';
import { application, person } from '../db/schema/applications.ts';
import { renewalConfirmation } from '../db/schema/renewals.ts';
import type { Tx } from '../db/unit-of-work.ts';

/** As the index says it (renewal_confirmation_to_enter). */
const toEnter = (visible: SQL) => and(sql`${renewalConfirmation.state} = 'confirmed'`, visible);

/** How many confirmations wait to be entered in SNE, in the requests this agent may see. */
export async function countConfirmations(tx: Tx, actor: Actor): Promise<number> {
	const [row] = await waiting(tx, actor);
	return row?.confirmations ?? 0;
}

const waiting = countedForActor((tx, visible) =>
	tx
		.select({ confirmations: count() })
		.from(renewalConfirmation)
		.where(toEnter(visible(renewalConfirmation.applicationId)))
);

/** Whether the present end of validity of a request is confirmed, and waits for the counter. */
export async function hasConfirmed(tx: Tx, applicationId: string): Promise<boolean> {
	const [found] = await confirmed(tx, { applicationId });
	return found !== undefined;
}

const confirmed = built((tx, { applicationId }: Given<'applicationId'>) =>
	tx
		.select({ id: renewalConfirmation.id })
		.from(renewalConfirmation)
		.innerJoin(application, eq(application.id, renewalConfirmation.applicationId))
		.where(
			and(
				eq(renewalConfirmation.applicationId, applicationId),
				eq(renewalConfirmation.validUntil, application.validUntil),
				eq(renewalConfirmation.state, 'confirmed')
			)
		)
);

/**
 * The confirmations to enter in SNE, the nearest end of validity first.
 * @param page from 0
 */
export async function confirmationsToEnter(tx: Tx, actor: Actor, page: number, pageSize = 25) {
	const rows = await tx
		.select({
			id: renewalConfirmation.id,
			applicationId: renewalConfirmation.applicationId,
			validUntil: renewalConfirmation.validUntil,
			answers: renewalConfirmation.answers,
			confirmedAt: renewalConfirmation.confirmedAt,
			uniqueNumber: application.uniqueNumber,
			firstName: person.firstName,
			lastName: person.lastName
		})
		.from(renewalConfirmation)
		.innerJoin(application, eq(application.id, renewalConfirmation.applicationId))
		.leftJoin(person, and(eq(person.applicationId, application.id), eq(person.role, 'applicant')))
		.where(toEnter(visibleApplications(actor)))
		.orderBy(asc(renewalConfirmation.validUntil), asc(renewalConfirmation.confirmedAt))
		.limit(pageSize + 1)
		.offset(page * pageSize);
	return { confirmations: rows.slice(0, pageSize), more: rows.length > pageSize };
}

export type ConfirmationToEnter = Awaited<
	ReturnType<typeof confirmationsToEnter>
>['confirmations'][number];
