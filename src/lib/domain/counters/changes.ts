import type { Closure, DeskAbsence, Opening } from '../appointments/types.ts';

/** An opening as staff write it. */
export type OpeningDraft = Omit<Opening, 'id' | 'counterId'>;
/** A closure as staff write it; the reason is for the staff. */
export type ClosureDraft = Omit<Closure, 'counterId'> & { readonly reason: string | null };

/** What staff can change of the times at which their counter receives. */
export type CounterChange =
	| { readonly kind: 'add-opening'; readonly opening: OpeningDraft }
	| { readonly kind: 'change-opening'; readonly id: string; readonly opening: OpeningDraft }
	| { readonly kind: 'remove-opening'; readonly id: string }
	| { readonly kind: 'add-closure'; readonly closure: ClosureDraft }
	| { readonly kind: 'remove-closure'; readonly id: string }
	| { readonly kind: 'add-desk-absence'; readonly absence: DeskAbsence }
	| { readonly kind: 'remove-desk-absence'; readonly id: string }
	| { readonly kind: 'close-desk'; readonly id: string };

export type ChangeKind = CounterChange['kind'];
export type ChangeOf<Kind extends ChangeKind> = Extract<CounterChange, { kind: Kind }>;

/** The first day on which a change can be felt, or null: as of today. */
export function firstDayOf(change: CounterChange): Temporal.PlainDate | null {
	switch (change.kind) {
		case 'add-opening':
			return change.opening.day ?? change.opening.validFrom;
		case 'add-closure':
			return change.closure.fromDay;
		case 'add-desk-absence':
			return change.absence.fromDay;
		default:
			return null;
	}
}
