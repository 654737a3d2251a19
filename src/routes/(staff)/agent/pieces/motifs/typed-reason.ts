import type { Typed } from '$lib/domain/counters/read-change.ts';
import { readForm } from '$lib/domain/counters/settings.ts';
import { reasonForm } from '$lib/domain/documents/resend-reasons.ts';
import type { ReasonView } from '$lib/server/documents/reason-catalogue.ts';
import { inLanguages } from '../in-languages.ts';

/** What a reason's form answers when it does not succeed. */
export type ReasonAnswer = { values: Typed; errors: Record<string, string> };

/** A reason as its form shows it. */
export function typedReason(reason: ReasonView): Typed {
	return {
		...inLanguages('label', reason.label),
		...inLanguages('said', reason.said),
		...inLanguages('advice', reason.advice),
		mark: reason.mark ?? '',
		drawing: reason.drawing ?? '',
		again: reason.again ? ['oui'] : [],
		active: reason.active ? ['oui'] : []
	};
}

/** A reason that nobody has written yet: another paper is awaited, and agents may choose it. */
export const NEW_REASON: Typed = { again: ['oui'], active: ['oui'] };

export async function readReason(request: Request) {
	const values = Object.fromEntries(await request.formData()) as Record<string, string>;
	return { values, read: readForm(reasonForm, values) };
}
