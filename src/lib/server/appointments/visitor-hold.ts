import type { Actor } from '../../domain/accounts/actor.ts';
import { HOLDS_AN_HOUR } from '../../domain/appointments/visitor-code.ts';
import { Refused, RuleBroken } from '../../domain/errors.ts';
import type { Tx } from '../db/unit-of-work.ts';
import type { BookInput } from './book-appointment.ts';
import { channelFor } from './channel.ts';
import { counterFor, motiveFor } from './offer.ts';
import { isSameVisit } from './own-appointments.ts';
import { choiceOf, lockHolder } from './visitor-choice.ts';
import { spendShare } from './visitor-limits.ts';
import { takeForVisitor } from './visitor-take.ts';

export type VisitInput = BookInput & {
	/** Hash of the browser's secret. */
	holder: string;
	/** Address of the client: one source holds only so many times an hour. */
	source: string;
};

/**
 * Keeps a chosen time for a browser, ten minutes, one at a time: choosing another gives the first back, choosing the
 * same again keeps what is left.
 *
 * @returns the id of the hold
 * @throws NotFound for an unknown motive or counter; Refused for a motive that asks for an account; RuleBroken
 * `time-taken`, `time-not-offered`, `channel-not-offered`, `too-many-choices`
 */
export async function holdVisit(tx: Tx, actor: Actor, input: VisitInput): Promise<string> {
	const motive = await motiveFor(tx, actor, input.motive);
	if (motive.bookableBy !== 'anyone') throw new Refused('book-motive');
	const { id: counterId } = await counterFor(tx, input.counter);
	const channel = channelFor(motive, input.channel);
	const { holder, startsAt } = input;
	await lockHolder(tx, holder);
	const earlier = await choiceOf(tx, holder);
	const same = earlier && isSameVisit(earlier.row, { ...input, counterId });
	if (same && earlier.state === 'held' && earlier.row.channel === channel) return earlier.row.id;
	if (!(await spendShare(tx, 'visitor-hold', input.source, HOLDS_AN_HOUR))) {
		throw new RuleBroken('too-many-choices');
	}
	const place = { motive, counterId, startsAt, channel, holder };
	return takeForVisitor(tx, actor, place, earlier);
}
