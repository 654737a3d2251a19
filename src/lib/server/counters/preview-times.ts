import { distinctStarts, freeSlots } from '../../domain/appointments/free-slots.ts';
import type { Agenda, Audience, Motive } from '../../domain/appointments/types.ts';
import type { LocalisedText } from '../../domain/localised.ts';
import { now } from '../clock.ts';

/** How many days of free times a preview shows. */
export const PREVIEW_DAYS = 14;

export type PreviewedTimes = {
	motive: { code: string; label: LocalisedText };
	/** Times now, and after the change. */
	before: number;
	after: number;
	days: { day: Temporal.PlainDate; times: Temporal.PlainTime[] }[];
};

type State = { agenda: Agenda; motive: Motive & { label: LocalisedText } };
type Where = {
	counterId: string;
	from: Temporal.PlainDate;
	until: Temporal.PlainDate;
	audience: Audience;
};

/** The free times of one motive at one counter as they are and as they would be, by the rules of the booking itself. */
export function previewTimes(
	before: State,
	after: State,
	{ counterId, ...search }: Where
): PreviewedTimes {
	const startsIn = ({ agenda, motive }: State) =>
		distinctStarts(
			freeSlots({ ...agenda, ...search, counterIds: [counterId], motive, now: now() })
		);
	const starts = startsIn(after);
	return {
		motive: { code: after.motive.code, label: after.motive.label },
		before: startsIn(before).length,
		after: starts.length,
		days: [...Map.groupBy(starts, ({ day }) => day.toString()).values()].map((ofDay) => ({
			day: ofDay[0]!.day,
			times: ofDay.map(({ time }) => time)
		}))
	};
}
