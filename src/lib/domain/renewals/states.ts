/**
 * A confirmation is begun, given, then recorded by the counter or the register, or not possible with a reason in words.
 * Only `recorded` is a renewal: the rest is the applicant's word (R441-2-7).
 */
export const CONFIRMATION_STATES = ['draft', 'confirmed', 'recorded', 'not_possible'] as const;
export type ConfirmationState = (typeof CONFIRMATION_STATES)[number];
