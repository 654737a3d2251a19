import type { PRIORITY_GROUPS } from './event-details.ts';
import type { EventKind } from './event-kinds.ts';

export type RequestFlags = {
	/** Priority under L441-1, always subject to verification when a file is instructed (R441-2-17 4°). */
	readonly priority: (typeof PRIORITY_GROUPS)[number] | null;
	/** The commission de médiation recognised the request, here or under a number it was carried over from. */
	readonly dalo: boolean;
};

/** Groups of L441-1 that no screen names: whoever looks over the shoulder must not read them. */
const DISCREET: readonly string[] = ['violence', 'leaving_prostitution', 'trafficking'];

export const isDiscreet = (group: string) => DISCREET.includes(group);

type Flagging = { kind: EventKind; detail: Readonly<Record<string, unknown>> };

/**
 * What the events that stand say of a request beside its state.
 * @param events newest first
 */
export function flagsOf(events: readonly Flagging[]): RequestFlags {
	const priority = events.find(({ kind }) => kind.startsWith('priority_'));
	const dalo = events.find(({ kind }) => kind.startsWith('dalo_'));
	const group = priority?.kind === 'priority_flagged' ? priority.detail['group'] : null;
	return {
		priority: priority?.kind === 'priority_flagged' ? ((group ?? 'other') as never) : null,
		dalo: dalo !== undefined && dalo.kind !== 'dalo_ended'
	};
}
