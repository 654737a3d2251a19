import type { Told } from '../../domain/documents/resend-reasons.ts';

export const NOTE_MAX = 300;

/** Why a paper is to be sent again: a reason of the catalogue, and a free line in the agent's words. */
export type Resend = {
	reason: string;
	note: string;
	/** What the person was told, as it was worded that day; null for papers of before the catalogue. */
	told: Told | null;
};

/** The one text that column `paper.reason` keeps: the code on the first line, then the free line. */
export function packResend({ reason, note }: Pick<Resend, 'reason' | 'note'>): string {
	return note === '' ? reason : `${reason}\n${note}`;
}

/** @returns null for an empty column */
export function unpackResend(text: string | null, told: Told | null): Resend | null {
	if (text === null) return null;
	const [reason = '', ...rest] = text.split('\n');
	return { reason, note: rest.join(' '), told };
}
