import { and, eq } from 'drizzle-orm';
import { RuleBroken } from '../../domain/errors.ts';
import { person } from '../db/schema/applications.ts';
import type { Tx } from '../db/unit-of-work.ts';
import type { MotiveRow } from './offer.ts';

export type Channel = 'on_site' | 'telephone';

/**
 * How a visit takes place: as asked, else at the counter when the motive allows it.
 * @throws RuleBroken `channel-not-offered`
 */
export function channelFor(
	motive: Pick<MotiveRow, 'onSite' | 'byTelephone'>,
	asked: Channel | null | undefined
): Channel {
	const channel = asked ?? (motive.onSite ? 'on_site' : 'telephone');
	if (!(channel === 'telephone' ? motive.byTelephone : motive.onSite)) {
		throw new RuleBroken('channel-not-offered', { channel });
	}
	return channel;
}

/** An agent who is to call needs a number. @throws RuleBroken `phone-missing` */
export function requirePhone(channel: Channel, phone: string | null | undefined): void {
	if (channel === 'telephone' && !phone) throw new RuleBroken('phone-missing');
}

/** The same, asked of the request. @throws RuleBroken `phone-missing` */
export async function requirePhoneOf(
	tx: Tx,
	channel: Channel,
	applicationId: string
): Promise<void> {
	if (channel !== 'telephone') return;
	const [found] = await tx
		.select({ phone: person.phone })
		.from(person)
		.where(and(eq(person.applicationId, applicationId), eq(person.role, 'applicant')));
	requirePhone(channel, found?.phone);
}
