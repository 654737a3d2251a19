import type { Actor } from '../../domain/accounts/actor.ts';
import { fitOf, overlappingOpenings, type Fit } from '../../domain/appointments/checks.ts';
import type { Audience, Opening } from '../../domain/appointments/types.ts';
import { DRAFT } from '../../domain/counters/changed-agenda.ts';
import { firstDayOf, type CounterChange } from '../../domain/counters/changes.ts';
import type { LocalisedText } from '../../domain/localised.ts';
import { today } from '../clock.ts';
import type { Tx } from '../db/unit-of-work.ts';
import type { PlannedVisitRow } from './planned-visits.ts';
import { PREVIEW_DAYS, previewTimes, type PreviewedTimes } from './preview-times.ts';
import { weighChange, type WeighedChange } from './weigh-change.ts';

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
			.map((motive) =>
				previewTimes(
					{ agenda: weighed.agenda, motive },
					{ agenda: weighed.after, motive },
					{
						...{ counterId: weighed.counter.id, from, until },
						audience: audienceOf(input.change, motive.bookableBy)
					}
				)
			)
			.filter(({ before, after }) => before + after > 0),
		overlaps: overlapsOf(weighed, input.change, from),
		misfits: misfitsOf(weighed, input.change)
	};
}

function audienceOf(change: CounterChange, bookableBy: string): Audience {
	const forStaff = 'opening' in change && change.opening.audience === 'staff';
	return forStaff || bookableBy === 'staff' ? 'staff' : 'public';
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
