import type { StrikeOffCause } from './codes.ts';
import type { EventKind } from './event-kinds.ts';

/**
 * The only five causes of striking off (R441-2-8 a to e), and the merging of duplicates, which strikes the older
 * numbers off. Whoever contests writes to the body that struck the request off.
 */
export const STRIKE_OFFS = [
	'struck_off_housed',
	'struck_off_renounced',
	'struck_off_no_contact',
	'struck_off_inadmissible',
	'struck_off_not_renewed',
	'struck_off_merged'
] as const satisfies readonly EventKind[];
export type StrikeOff = (typeof STRIKE_OFFS)[number];

export interface StrikeOffRule {
	/** Code in the register; the merging has none that is public. */
	readonly code: StrikeOffCause | null;
	readonly article: string;
	/** Whether a letter must have warned a month before. */
	readonly warned: boolean;
	/** What the person can do: file anew, ask for the striking off to be undone, or go on under another number. */
	readonly afterwards: 'nothing' | 'file_anew' | 'contest' | 'other_number';
}

export const STRIKE_OFF_RULES: Readonly<Record<StrikeOff, StrikeOffRule>> = {
	struck_off_housed: {
		code: 'RADATT',
		article: 'R441-2-8 a',
		warned: false,
		afterwards: 'nothing'
	},
	struck_off_renounced: {
		code: 'RADABA',
		article: 'R441-2-8 b',
		warned: false,
		afterwards: 'file_anew'
	},
	struck_off_no_contact: {
		code: 'RADCON',
		article: 'R441-2-8 c',
		warned: true,
		afterwards: 'contest'
	},
	struck_off_inadmissible: {
		code: 'RADIRR',
		article: 'R441-2-8 d',
		warned: true,
		afterwards: 'contest'
	},
	struck_off_not_renewed: {
		code: 'RADREN',
		article: 'R441-2-8 e',
		warned: false,
		afterwards: 'file_anew'
	},
	struck_off_merged: {
		code: null,
		article: 'R441-2-8',
		warned: false,
		afterwards: 'other_number'
	}
};

export function isStrikeOff(kind: EventKind): kind is StrikeOff {
	return (STRIKE_OFFS as readonly EventKind[]).includes(kind);
}
