import { RuleBroken } from '../../domain/errors.ts';
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
