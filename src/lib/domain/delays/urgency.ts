import { RECEPTION_URGENT_DAYS } from '../appointments/reception-delay.ts';

/** `late`: the last day is past; `today`: it is the last day; `soon`: little is left; `later`: there is time. */
export type Urgency = 'late' | 'today' | 'soon' | 'later';

/**
 * How pressing a delay is to an agent.
 * @param daysLeft whole days: 0 on the last day, negative afterwards
 * @param soonFrom so many days before its end a delay presses; unless said, as the reception does
 */
export function urgencyOf(daysLeft: number, soonFrom = RECEPTION_URGENT_DAYS): Urgency {
	if (daysLeft < 0) return 'late';
	if (daysLeft === 0) return 'today';
	return daysLeft <= soonFrom ? 'soon' : 'later';
}
