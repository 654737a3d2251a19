import * as m from '$lib/paraglide/messages.js';

type Facts = Readonly<Record<string, string | number>>;

const WORDS: Readonly<Record<string, (facts: Facts) => string>> = {
	'message-missing': () => m.messages_error_missing(),
	'message-too-long': ({ most = 0, length = 0 }) => m.messages_error_long({ most, length }),
	'too-many-messages': () => m.messages_error_many(),
	'paper-unknown': () => m.messages_error_paper(),
	'paper-unknown-kind': () => m.messages_error_paper(),
	'note-missing': () => m.messages_error_note_missing(),
	'note-too-long': ({ most = 0 }) => m.messages_error_note_long({ most }),
	'thread-moved': () => m.messages_error_moved()
};

/** Why a message did not leave, and what to do; the text typed is still in the form. */
export function messageRefusal(rule: string, facts: Facts): string {
	return WORDS[rule]?.(facts) ?? m.messages_error_other();
}
