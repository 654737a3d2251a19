import { publicHolidayOn } from '../appointments/public-holidays.ts';

/**
 * The day by which an answer is announced: so many working days after the day of the message, Saturdays, Sundays and
 * public holidays not counted. The figure is the service's own, no text sets one.
 */
export function answerDueOn(askedOn: Temporal.PlainDate, workingDays: number): Temporal.PlainDate {
	let day = askedOn;
	for (let left = workingDays; left > 0;) {
		day = day.add({ days: 1 });
		if (isWorkingDay(day)) left -= 1;
	}
	return day;
}

function isWorkingDay(day: Temporal.PlainDate): boolean {
	return day.dayOfWeek <= 5 && publicHolidayOn(day) === null;
}
