import { leaveTimeRequest } from '../../../src/lib/server/waiting/leave-time-request.ts';
import type { HalfDay } from '../../../src/lib/domain/waiting/half-days.ts';
import type { Guest } from './agenda.ts';
import { moment, within } from './moments.ts';

/** What people write when no time suits them; fictional like them. */
const WISHES: readonly { daysAgo: number; counter: string; halfDays: HalfDay[]; note?: string }[] =
	[
		{
			daysAgo: 6,
			counter: 'antibes',
			halfDays: ['3-am', '5-am'],
			note: 'Je travaille l’après-midi.'
		},
		{ daysAgo: 4, counter: 'valbonne', halfDays: ['1-am', '2-am', '4-am'] },
		{
			daysAgo: 2,
			counter: 'antibes',
			halfDays: ['5-pm'],
			note: 'Avec ma fille, qui traduit pour moi.'
		}
	];

/** A few people for whom no time suited, so that the counters find something to answer. */
export async function seedWishes(
	guests: readonly Guest[],
	today: Temporal.PlainDate
): Promise<void> {
	const known = today.subtract({ days: 10 });
	const youngest = guests
		.filter(({ request }) => Temporal.PlainDate.compare(request.filedOn, known) < 0)
		.sort((a, b) => Temporal.PlainDate.compare(b.request.filedOn, a.request.filedOn));
	for (const [index, { daysAgo, ...wish }] of WISHES.entries()) {
		const guest = youngest[index];
		if (!guest) return;
		const input = { motive: 'premier-accueil', locale: 'fr', ...wish };
		const at = moment(today.subtract({ days: daysAgo }), '10:20');
		await within(guest.applicant, at, (tx) => leaveTimeRequest(tx, guest.applicant, input));
	}
}
