import type { Actor } from '../../domain/accounts/actor.ts';
import { fitOf, type Fit } from '../../domain/appointments/checks.ts';
import type { Opening } from '../../domain/appointments/types.ts';
import type { MotiveSettings } from '../../domain/counters/settings.ts';
import { NotFound } from '../../domain/errors.ts';
import { today } from '../clock.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { requireHead } from './access.ts';
import { counterToEdit } from './counter-agenda.ts';
import { PREVIEW_DAYS, previewTimes, type PreviewedTimes } from './preview-times.ts';

export type MotivePreview = {
	from: Temporal.PlainDate;
	until: Temporal.PlainDate;
	times: PreviewedTimes;
	/** Openings of the counter that the new lengths do not fill, or do not fit. */
	misfits: (Fit & { opening: Opening })[];
};

/**
 * What other lengths of a motive would give at one counter over 14 days. Appointments already taken keep theirs.
 * @throws Refused unless the head of service asks; NotFound for an unknown counter or motive
 */
export async function previewMotive(
	tx: Tx,
	actor: Actor,
	{ slug, code, settings }: { slug: string; code: string; settings: MotiveSettings }
): Promise<MotivePreview> {
	requireHead(actor);
	const { counter, motives, agenda } = await counterToEdit(tx, actor, slug);
	const motive = motives.find((each) => each.code === code);
	if (!motive) throw new NotFound('motive');
	const changed = { ...motive, ...settings };
	const from = today();
	const until = from.add({ days: PREVIEW_DAYS - 1 });
	const audience = settings.bookableBy === 'staff' ? 'staff' : 'public';
	return {
		...{ from, until },
		times: previewTimes(
			{ agenda, motive },
			{ agenda, motive: changed },
			{ counterId: counter.id, from, until, audience }
		),
		misfits: agenda.openings
			.filter(({ motiveCodes }) => motiveCodes.includes(code))
			.map((opening) => ({ opening, ...fitOf(opening, changed) }))
			.filter(({ visits, leftoverMinutes }) => visits === 0 || leftoverMinutes > 0)
	};
}
