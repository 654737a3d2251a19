import { RuleBroken } from '../errors.ts';

/** A reason that somebody else understands tomorrow is not "ok". */
export const OVERBOOKING_REASON_LENGTH = { least: 10, most: 300 } as const;

/**
 * Why an appointment is laid over another: only ever on purpose, with a reason that the agenda shows.
 * @param typed as typed; spaces around it and runs of them do not count
 * @throws RuleBroken `overbooking-reason-too-short`, `overbooking-reason-too-long`
 */
export function overbookingReason(typed: string): string {
	const reason = typed.replace(/\s+/g, ' ').trim();
	const { least, most } = OVERBOOKING_REASON_LENGTH;
	if (reason.length < least) throw new RuleBroken('overbooking-reason-too-short', { least });
	if (reason.length > most) throw new RuleBroken('overbooking-reason-too-long', { most });
	return reason;
}
