import { codeLabel } from '$lib/components/code-label.ts';
import type { PaperState } from '$lib/domain/documents/states.ts';
import type { Told } from '$lib/domain/documents/resend-reasons.ts';
import { localised } from '$lib/domain/localised.ts';

/** Why a paper is to be sent again, and what to do, in the person's language; the agent's own line as it was typed. */
export type Resend = { said: string; advice: string; note: string };

type Refused = {
	/** As the agent chose it; null when no agent did. */
	resend: { reason: string; note: string } | null;
	told: Told | null;
	state: PaperState;
	/** What the software found wrong with its content; null when it found nothing. */
	trouble: string | null;
};

/** @returns null for a paper that nobody found fault with */
export function resendWords(
	{ resend, told, state, trouble }: Refused,
	locale: string
): Resend | null {
	const note = resend?.note ?? '';
	if (told === null) {
		if (resend) return { said: codeLabel('resend_reason', resend.reason), advice: '', note };
		// What the antivirus refused is said by the state itself (state-look.ts).
		return trouble && state !== 'refused_infected'
			? { said: codeLabel('paper_trouble', trouble), advice: '', note }
			: null;
	}
	return { said: localised(told.said, locale), advice: localised(told.advice, locale), note };
}
