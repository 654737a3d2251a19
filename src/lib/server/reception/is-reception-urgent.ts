import { and, eq } from 'drizzle-orm';
import {
	isReceptionUrgent,
	RECEPTION_URGENT_DAYS,
	receptionDelay
} from '../../domain/appointments/reception-delay.ts';
import { today } from '../clock.ts';
import { application } from '../db/schema/applications.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { settingOf } from '../settings/queries.ts';
import { notYetReceived } from './asked-to-be-received.ts';

/**
 * Whether this request has 10 days or fewer left of the delay in which its applicant must be received (CCH L441-2-8 I),
 * or is past it, and nobody has received them: they get first choice of a freed place. That they asked is not looked
 * for again: who is asked about is on a waiting list. False for an unknown or struck off request.
 */
export async function isReceptionUrgentFor(tx: Tx, applicationId: string): Promise<boolean> {
	const [found] = await tx
		.select({ filedOn: application.filedOn })
		.from(application)
		.where(and(eq(application.id, applicationId), notYetReceived(tx)));
	if (!found) return false;
	const { value: months } = await settingOf(tx, 'reception_delay_months');
	return isReceptionUrgent(receptionDelay(found.filedOn, months, today()), RECEPTION_URGENT_DAYS);
}
