import { PAGES_MAX } from '$lib/domain/documents/page-limits.ts';
import * as m from '$lib/paraglide/messages.js';

type Field = 'nature' | 'personne' | 'motif' | 'message' | 'note';
export type Broken = { field: Field | null; text: string };

const WORDS: Readonly<Record<string, readonly [Field | null, () => string]>> = {
	'paper-unknown-kind': ['nature', m.review_error_choose],
	'paper-unknown-person': ['personne', m.review_error_person],
	'resend-reason': ['motif', m.review_error_reason],
	'resend-note-length': ['message', m.review_error_note_long],
	'note-missing': ['note', m.review_error_note_missing],
	'note-too-long': ['note', m.review_error_long],
	'resend-changed': [null, m.review_error_message_changed],
	'paper-not-ready': [null, m.review_error_not_ready],
	'pages-changed': [null, m.review_error_pages],
	'split-nothing': [null, m.review_error_pages],
	'paper-not-arrangeable': [null, m.review_error_arrange],
	'merge-nothing': [null, m.review_error_join_nothing],
	'too-many-pages': [null, () => m.review_error_too_many({ most: PAGES_MAX })]
};

/** What is wrong with what an agent sent, and by which field; a rule without words means that the paper has changed. */
export function brokenWords(rule: string): Broken {
	const [field, words] = WORDS[rule] ?? [null, m.review_error_decided];
	return { field, text: words() };
}
