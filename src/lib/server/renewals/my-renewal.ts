import { and, desc, eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { validityOn } from '../../domain/applications/validity.ts';
import { unsettledSections } from '../../domain/renewals/answers.ts';
import { applicationById, eventsOf } from '../applications/queries.ts';
import { today } from '../clock.ts';
import { renewalConfirmation } from '../db/schema/renewals.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { declaredKinds } from './declared-kinds.ts';

/**
 * Where the renewal of a request stands on this day: its validity, what was answered and confirmed for it, and what is
 * still to be answered.
 * @throws NotFound for a stranger's request
 */
export async function myRenewal(tx: Tx, actor: Actor, applicationId: string) {
	const [application, events] = await Promise.all([
		applicationById(tx, actor, applicationId),
		eventsOf(tx, applicationId)
	]);
	const { filedOn, renewedOn, validUntil, state } = application;
	const validity = validityOn(today(), filedOn, renewedOn ? [renewedOn] : []);
	const ofThisYear = tx
		.select()
		.from(renewalConfirmation)
		.where(
			and(
				eq(renewalConfirmation.applicationId, applicationId),
				eq(renewalConfirmation.validUntil, validUntil)
			)
		)
		.orderBy(desc(renewalConfirmation.createdAt));
	const [confirmations, declared] = await Promise.all([
		ofThisYear,
		declaredKinds(tx, applicationId, validity.renewalOpensOn)
	]);
	const current = confirmations.find((row) => row.state !== 'not_possible') ?? null;
	return {
		application,
		state,
		validity,
		current,
		/** The last answer of a counter that could not enter it, when nothing was begun since. */
		refused: current ? null : (confirmations[0] ?? null),
		answers: current?.answers ?? {},
		declared,
		unsettled: unsettledSections(current?.answers ?? {}, declared),
		/** The last renewal, and who said it. */
		renewed: events.find(({ kind }) => kind === 'renewed') ?? null,
		struckOff: state === 'struck_off' ? (events.find(isStrikeOff) ?? null) : null
	};
}

export type MyRenewal = Awaited<ReturnType<typeof myRenewal>>;

const isStrikeOff = ({ kind }: { kind: string }) => kind.startsWith('struck_off');
