import { sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Actor, Applicant, HeldMandate, Helper } from '../../domain/accounts/actor.ts';
import { HELPER_ACTS, type HelperAct, type HelperRight } from '../../domain/helpers/rights.ts';
import { NotFound, Refused } from '../../domain/errors.ts';
import { now } from '../clock.ts';
import { helperMandate } from '../db/schema/helpers.ts';

/**
 * A condition on a column that names a request: it is the one this helper acts for, and the mandate holds the right at
 * this very moment. Asked of the database in the transaction of whatever follows: what an applicant stopped a second
 * ago is stopped, whatever the helper's session remembers.
 */
export function helpedApplication(
	{ accountId, mandate }: Helper,
	right: HelperRight,
	column: AnyPgColumn
): SQL {
	if (!mandate?.rights.includes(right)) return sql`false`;
	return sql`${column} = (select ${helperMandate.applicationId} from ${helperMandate}
		where ${helperMandate.id} = ${mandate.id} and ${running(accountId)}
		and ${right} = any(${helperMandate.rights}))`;
}

/** Accepted by this account, neither stopped nor declined, and not over: as lib/domain/helpers/mandate.ts says it. */
export function running(accountId: string): SQL {
	return sql`${helperMandate.accountId} = ${accountId} and ${runningNow()}`;
}

/** The same, whoever accepted it. */
export function runningNow(): SQL {
	const at = now().toString();
	return sql`${helperMandate.acceptedAt} <= ${at} and ${helperMandate.declinedAt} is null and ${helperMandate.stoppedAt} is null
		and ${helperMandate.endsAt} > ${at}`;
}

/**
 * What the mandate at hand says of an act. The transaction it happens in has asked the database (hold-mandate.ts).
 * @throws Refused for an act that was not allowed, or no longer
 */
export function requireMandate({ mandate }: Helper, act: HelperAct): HeldMandate {
	const isRunning = mandate && Temporal.Instant.compare(now(), mandate.endsAt) < 0;
	if (!isRunning || !mandate.rights.includes(HELPER_ACTS[act])) throw new Refused(act);
	return mandate;
}

/** Helpers are named and dismissed by the person alone: no helper, no agent. @throws NotFound */
export function requireNamer(actor: Actor): Applicant {
	if (actor.kind !== 'applicant') throw new NotFound('helper');
	return actor;
}
