import type { Agenda, Closure, DeskAbsence, Opening } from '../appointments/types.ts';
import type { CounterChange } from './changes.ts';

export type KnownClosure = Closure & { readonly id: string };
export type KnownAbsence = DeskAbsence & { readonly id: string };

/** The agenda of one counter, with what a change points at. */
export type KnownAgenda = Omit<Agenda, 'closures' | 'absences'> & {
	readonly closures: readonly KnownClosure[];
	readonly absences: readonly KnownAbsence[];
};

/** What is not saved yet is called so in the agenda that would result. */
export const DRAFT = 'draft';

const without = <T extends { readonly id: string }>(list: readonly T[], id: string) =>
	list.filter((each) => each.id !== id);

function withoutDesk(opening: Opening, deskId: string): Opening {
	return { ...opening, deskIds: opening.deskIds.filter((id) => id !== deskId) };
}

/**
 * The agenda of a counter as it would be after a change: what the preview shows and what is saved are then one. What
 * is added is called {@link DRAFT}; a changed opening keeps its id.
 */
export function changedAgenda(
	agenda: KnownAgenda,
	counterId: string,
	change: CounterChange
): KnownAgenda {
	const { openings, closures, absences } = agenda;
	switch (change.kind) {
		case 'add-opening':
			return { ...agenda, openings: [...openings, { ...change.opening, id: DRAFT, counterId }] };
		case 'change-opening': {
			const changed = { ...change.opening, id: change.id, counterId };
			return { ...agenda, openings: [...without(openings, change.id), changed] };
		}
		case 'remove-opening':
			return { ...agenda, openings: without(openings, change.id) };
		case 'add-closure':
			return { ...agenda, closures: [...closures, { ...change.closure, id: DRAFT, counterId }] };
		case 'remove-closure':
			return { ...agenda, closures: without(closures, change.id) };
		case 'add-desk-absence':
			return { ...agenda, absences: [...absences, { ...change.absence, id: DRAFT }] };
		case 'remove-desk-absence':
			return { ...agenda, absences: without(absences, change.id) };
		case 'close-desk':
			return { ...agenda, openings: openings.map((each) => withoutDesk(each, change.id)) };
	}
}

/** Whether what a change points at is in the agenda; a desk is looked for elsewhere. */
export function isTargetKnown(agenda: KnownAgenda, change: CounterChange): boolean {
	const has = (list: readonly { readonly id: string }[], id: string) =>
		list.some((each) => each.id === id);
	switch (change.kind) {
		case 'change-opening':
		case 'remove-opening':
			return has(agenda.openings, change.id);
		case 'remove-closure':
			return has(agenda.closures, change.id);
		case 'remove-desk-absence':
			return has(agenda.absences, change.id);
		default:
			return true;
	}
}
