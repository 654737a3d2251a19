/**
 * What an applicant may allow to somebody who helps them, and what each right opens: a closed list. Whatever is not in
 * this table a helper cannot do: change a fact, answer an offer, renew, read a paper, print, name somebody else. The
 * person alone does these (a social worker must not edit a request in its person's absence, domain.md §1.9).
 */
export const HELPER_RIGHTS = ['status', 'appointments', 'papers', 'facts', 'messages'] as const;
export type HelperRight = (typeof HELPER_RIGHTS)[number];

/** What a helper may do, each with the right it needs. The names are those of the journal. */
export const HELPER_ACTS = {
	'view-status': 'status',
	'view-appointments': 'appointments',
	'book-appointment': 'appointments',
	'cancel-appointment': 'appointments',
	'view-papers': 'papers',
	'send-paper': 'papers',
	'view-facts': 'facts',
	'view-messages': 'messages',
	'send-message': 'messages'
} as const satisfies Record<string, HelperRight>;

export type HelperAct = keyof typeof HELPER_ACTS;

/** The acts that change something; the others only look. */
export const HELPER_CHANGES = [
	'book-appointment',
	'cancel-appointment',
	'send-paper',
	'send-message'
] as const satisfies readonly HelperAct[];
