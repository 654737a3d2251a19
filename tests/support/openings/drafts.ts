import type { DeskAbsence } from '../../../src/lib/domain/appointments/types.ts';
import type { ChangeOf, OpeningDraft } from '../../../src/lib/domain/counters/changes.ts';
import { counterToEdit } from '../../../src/lib/server/counters/counter-agenda.ts';
import { as, TESTING } from '../booking.ts';

export const day = (text: string) => Temporal.PlainDate.from(text);
export const time = (text: string) => Temporal.PlainTime.from(text);

/** The desks of a counter, in the order of their names. */
export async function desksOf(slug: string): Promise<string[]> {
	const { desks } = await as(TESTING, (tx, actor) => counterToEdit(tx, actor, slug));
	return desks.map(({ id }) => id);
}

/** Mondays from 9 to 12, for following up, at the desks given. */
export function mondays(deskIds: readonly string[], others: object = {}): OpeningDraft {
	return {
		kind: 'weekly',
		weekday: 1,
		day: null,
		everyWeeks: 1,
		startsAt: time('09:00'),
		endsAt: time('12:00'),
		validFrom: null,
		validUntil: null,
		audience: 'public',
		deskIds,
		motiveCodes: ['suivi'],
		...others
	};
}

export const closing = (from: string, until = from): ChangeOf<'add-closure'> => ({
	kind: 'add-closure',
	closure: { fromDay: day(from), untilDay: day(until), reason: null }
});

export const away = (deskId: string, on: string, others: object = {}): DeskAbsence => ({
	deskId,
	kind: 'once',
	fromDay: day(on),
	untilDay: day(on),
	weekday: null,
	everyWeeks: 1,
	startsAt: null,
	endsAt: null,
	...others
});
