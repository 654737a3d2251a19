import { RESEND_REASONS, type ResendReason } from '../../domain/documents/states.ts';

export const NOTE_MAX = 300;

/** Why a paper is to be sent again: a reason of the closed list, translated, and a free line in the agent's words. */
export type Resend = { reason: ResendReason; note: string };

/** The one text that column `paper.reason` keeps: the code on the first line, then the free line. */
export function packResend({ reason, note }: Resend): string {
	return note === '' ? reason : `${reason}\n${note}`;
}

/** @returns null for an empty column or a code that is no longer known */
export function unpackResend(text: string | null): Resend | null {
	if (text === null) return null;
	const [code = '', ...rest] = text.split('\n');
	return isResendReason(code) ? { reason: code, note: rest.join(' ') } : null;
}

export function isResendReason(text: string): text is ResendReason {
	return (RESEND_REASONS as readonly string[]).includes(text);
}
