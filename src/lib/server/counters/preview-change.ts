import type { Actor } from '../../domain/accounts/actor.ts';
import { fitOf, overlappingOpenings, type Fit } from '../../domain/appointments/checks.ts';
import { distinctStarts, freeSlots } from '../../domain/appointments/free-slots.ts';
import type { Agenda, Audience, Opening } from '../../domain/appointments/types.ts';
import { DRAFT } from '../../domain/counters/changed-agenda.ts';
import { firstDayOf, type CounterChange } from '../../domain/counters/changes.ts';
import type { LocalisedText } from '../../domain/localised.ts';
import { now, today } from '../clock.ts';
import type { Tx } from '../db/unit-of-work.ts';
import type { PlannedVisitRow } from './planned-visits.ts';
import { weighChange, type WeighedChange } from './weigh-change.ts';

/** How many days of free times a preview shows. */
export const PREVIEW_DAYS = 14;

type MotiveRow = WeighedChange['motives'][number];
export type PreviewedTimes = {
	motive: { code: string; label: LocalisedText };
	/** Times now, and after the change. */
	before: number;
	after: number;
	days: { day: Temporal.PlainDate; times: Temporal.PlainTime[] }[];
};
export type PreviewedOverlap = {
	other: Opening;
	firstDay: Temporal.PlainDate;
	isSameHours: boolean;
};
export type PreviewedFit = Fit & { motive: { code: string; label: LocalisedText } };

export type ChangePreview = {
	from: Temporal.PlainDate;
	until: Temporal.PlainDate;
	times: PreviewedTimes[];
	overlaps: PreviewedOverlap[];
	/** Motives of the opening that leave minutes over, or do not fit at all. */
	misfits: PreviewedFit[];
	displaced: PlannedVisitRow[];
	seen: string;
};

/**
 * What a change would give, before anybody saves it: the free times of 14 days from the first day it touches, openings
 * that overlap, lengths that do not fit, and the appointments left without opening.
 * @throws as weighChange
 */
export async function previewChange(
	tx: Tx,
	actor: Actor,
	input: { slug: string; change: CounterChange }
): Promise<ChangePreview> {
	const weighed = await weighChange(tx, actor, input);
	const first = firstDayOf(input.change);
	const from = first && Temporal.PlainDate.compare(first, today()) > 0 ? first : today();
	const until = from.add({ days: PREVIEW_DAYS - 1 });
	const { displaced, seen } = weighed;
	return {
		...{ from, until, displaced, seen },
		times: weighed.motives
			.map((motive) => timesOf(weighed, motive, input.change, { from, until }))
			.filter(({ before, after }) => before + after > 0),
		overlaps: overlapsOf(weighed, input.change, from),
		misfits: misfitsOf(weighed, input.change)
	};
}

type Days = { from: Temporal.PlainDate; until: Temporal.PlainDate };

function timesOf(
	weighed: WeighedChange,
	motive: MotiveRow,
	change: CounterChange,
	days: Days
): PreviewedTimes {
	const forStaff = 'opening' in change && change.opening.audience === 'staff';
	const audience: Audience = forStaff || motive.bookableBy === 'staff' ? 'staff' : 'public';
	const search = { motive, counterIds: [weighed.counter.id], ...days, now: now(), audience };
	const startsIn = (agenda: Agenda) => distinctStarts(freeSlots({ ...agenda, ...search }));
	const after = startsIn(weighed.after);
	return {
		motive: { code: motive.code, label: motive.label },
		before: startsIn(weighed.agenda).length,
		after: after.length,
		days: [...Map.groupBy(after, ({ day }) => day.toString()).values()].map((starts) => ({
			day: starts[0]!.day,
			times: starts.map(({ time }) => time)
		}))
	};
}

/** The opening that a change writes, as it would be called. */
function writtenId(change: CounterChange): string | null {
	if (change.kind === 'add-opening') return DRAFT;
	return change.kind === 'change-opening' ? change.id : null;
}

/** Looked for over a year: an opening of one week in four meets another late. */
function overlapsOf(
	{ after }: WeighedChange,
	change: CounterChange,
	from: Temporal.PlainDate
): PreviewedOverlap[] {
	const id = writtenId(change);
	if (!id) return [];
	const found = overlappingOpenings(after.openings, after.closures, from, from.add({ days: 366 }));
	return found
		.filter(({ openingIds }) => openingIds.includes(id))
		.map(({ openingIds: [a, b], firstDay, isSameHours }) => ({
			other: after.openings.find((opening) => opening.id === (a === id ? b : a))!,
			...{ firstDay, isSameHours }
		}));
}

function misfitsOf({ motives }: WeighedChange, change: CounterChange): PreviewedFit[] {
	if (!('opening' in change)) return [];
	const { opening } = change;
	return motives
		.filter(({ code }) => opening.motiveCodes.includes(code))
		.map((motive) => ({
			...fitOf(opening, motive),
			motive: { code: motive.code, label: motive.label }
		}))
		.filter(({ visits, leftoverMinutes }) => visits === 0 || leftoverMinutes > 0);
}
