import { and, eq, exists, inArray, isNull, lte, not, or, sql } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { Refused } from '../../domain/errors.ts';
import { PARIS_ZONE } from '../../domain/words.ts';
import { now } from '../clock.ts';
import { helperAccount, session } from '../db/schema/accounts.ts';
import { helperMandate } from '../db/schema/helpers.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { settingOf } from '../settings/queries.ts';

/**
 * After the months that the head of service set, what is over says no more how somebody was reached, whether they
 * accepted or not; and an account that is left without any help to give is deleted with its sessions. The name, as the
 * applicant calls them, stays beside what was done: it is the applicant's to know.
 * @returns how many accounts
 * @throws Refused to anybody but the software
 */
export async function eraseIdleHelpers(tx: Tx, actor: Actor): Promise<number> {
	if (actor.kind !== 'system') throw new Refused('erase-idle-helpers');
	const { value: months } = await settingOf(tx, 'helper_account_months');
	const limit = now().toZonedDateTimeISO(PARIS_ZONE).subtract({ months }).toInstant();
	await tx
		.update(helperMandate)
		.set({ contact: '', accountId: null, erasedAt: now() })
		.where(and(isNull(helperMandate.erasedAt), lte(OVER_SINCE, limit.toString())));
	const idle = tx
		.select({ id: helperAccount.id })
		.from(helperAccount)
		.where(and(lte(helperAccount.createdAt, limit), not(exists(mandatesOf(tx)))));
	await tx.delete(session).where(inArray(session.helperAccountId, idle));
	const gone = await tx
		.delete(helperAccount)
		.where(inArray(helperAccount.id, idle))
		.returning({ id: helperAccount.id });
	return gone.length;
}

/** When a mandate ended, as lib/domain/helpers/mandate.ts says it; in the future for one that is not over. */
const OVER_SINCE = sql`least(
	coalesce(${helperMandate.stoppedAt}, 'infinity'), coalesce(${helperMandate.declinedAt}, 'infinity'),
	${helperMandate.endsAt},
	case when ${helperMandate.acceptedAt} is null then ${helperMandate.invitedUntil} else 'infinity' end)`;

/** What an account helps with, helped with lately, or is invited to. */
const mandatesOf = (tx: Tx) =>
	tx
		.select({ id: helperMandate.id })
		.from(helperMandate)
		.where(
			or(
				eq(helperMandate.accountId, helperAccount.id),
				eq(helperMandate.contact, helperAccount.contact)
			)
		);
