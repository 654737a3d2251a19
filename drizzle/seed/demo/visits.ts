import type { Agent, Applicant } from '../../../src/lib/domain/accounts/actor.ts';
import { publicHolidayOn } from '../../../src/lib/domain/appointments/public-holidays.ts';
import { advanceAppointment } from '../../../src/lib/server/appointments/advance-appointment.ts';
import { bookAppointment } from '../../../src/lib/server/appointments/book-appointment.ts';
import type { Channel } from '../../../src/lib/server/appointments/channel.ts';
import { cancelAppointment } from '../../../src/lib/server/appointments/cancel-appointment.ts';
import { moment, within } from './moments.ts';
import type { Random } from './random.ts';

/** How a visit went. `open`: it is ahead, or its day is not over and nobody has written it down yet. */
export type Outcome = 'received' | 'absent' | 'cancelled' | 'open';

export type Visit = {
	applicant: Applicant;
	counter: string;
	motive: string;
	day: Temporal.PlainDate;
	time: string;
	outcome: Outcome;
	channel?: Channel;
};

/** Whole hours apart, so that visits of any length fit beside each other in the openings of the demonstration. */
const MORNING = ['09:00', '10:00', '11:00'];
const AFTERNOON = ['13:30', '14:30', '15:30'];
/** The counters of the demonstration that also receive on three afternoons: Monday, Tuesday, Thursday. */
const LONG = [
	'antibes',
	'vallauris',
	'villeneuve-loubet',
	'valbonne',
	'biot',
	'antenne-1',
	'antenne-2'
];

/** Times at which a counter receives that day; none on a weekend or a public holiday. */
export function timesOf(slug: string, day: Temporal.PlainDate): string[] {
	if (!isWorkingDay(day)) return [];
	const long = LONG.includes(slug) && [1, 2, 4].includes(day.dayOfWeek);
	return long ? [...MORNING, ...AFTERNOON] : MORNING;
}

export function isWorkingDay(day: Temporal.PlainDate): boolean {
	return day.dayOfWeek <= 5 && publicHolidayOn(day) === null;
}

/** The day itself when counters receive on it, else the next one. */
export function workingDayFrom(day: Temporal.PlainDate): Temporal.PlainDate {
	return isWorkingDay(day) ? day : workingDayFrom(day.add({ days: 1 }));
}

/** Books a visit as the person did some days before, and lets it go as it went. */
export async function playVisit(
	random: Random,
	visit: Visit,
	bookedOn: Temporal.PlainDate,
	agent: Agent
): Promise<void> {
	const { applicant, counter, motive, day, time, outcome, channel } = visit;
	const startsAt = moment(day, time);
	const at = moment(
		bookedOn,
		`${random.between(8, 21)}:${random.between(10, 59)}`.padStart(5, '0')
	);
	const { appointmentId: id } = await within(applicant, at, (tx) =>
		bookAppointment(tx, applicant, { motive, counter, startsAt, channel: channel ?? null })
	);
	if (outcome === 'cancelled') {
		const before = moment(day.subtract({ days: 1 }), '22:30');
		await within(applicant, before, (tx) => cancelAppointment(tx, applicant, { id }));
	}
	if (outcome === 'received') {
		await within(agent, startsAt.add({ minutes: 2 }), (tx) =>
			advanceAppointment(tx, agent, { id, action: 'arrive' })
		);
		await within(agent, startsAt.add({ minutes: 40 }), (tx) =>
			advanceAppointment(tx, agent, { id, action: 'receive' })
		);
	}
	if (outcome === 'absent') {
		await within(agent, startsAt.add({ minutes: 25 }), (tx) =>
			advanceAppointment(tx, agent, { id, action: 'mark-absent' })
		);
	}
}
