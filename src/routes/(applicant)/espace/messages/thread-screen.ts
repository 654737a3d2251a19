import { codeLabel } from '$lib/components/code-label.ts';
import { segmentsOf } from '$lib/domain/conversations/segments.ts';
import { dateInWords, hourInWords, inParis } from '$lib/domain/words.ts';
import * as m from '$lib/paraglide/messages.js';
import type { Thread } from '$lib/server/conversations/read-thread.ts';

type Message = Thread['messages'][number];

/** Whose words these are, said to who reads: the applicant here, an agent in the back office. */
export type Signature = (message: Message) => { who: string; isMine: boolean };

export interface ThreadReader {
	locale: string;
	/** Our public address: what a message may link to. */
	origin: string;
	/** Where the reader opens a paper of the request. */
	paperPath: (id: string) => string;
	signature: Signature;
	/** Messages after this moment had not been read. */
	readAt: Temporal.Instant | null;
}

/** A message as the screen shows it. */
export function messageScreen(message: Message, reader: ThreadReader) {
	const { locale, readAt } = reader;
	const { who, isMine } = reader.signature(message);
	return {
		id: message.id,
		who,
		isMine,
		isNew: !isMine && (!readAt || Temporal.Instant.compare(message.sentAt, readAt) > 0),
		when: momentInWords(message.sentAt, locale),
		datetime: message.sentAt.toString(),
		segments: segmentsOf(message.body, reader.origin),
		paper: message.paper && {
			label: codeLabel('paper_category', message.paper.category),
			state: codeLabel('paper_state', message.paper.state),
			path: message.paper.state === 'deleted' ? null : reader.paperPath(message.paper.id)
		},
		asked: message.askedCategory
			? {
					code: message.askedCategory,
					label: codeLabel('paper_category', message.askedCategory)
				}
			: null
	};
}

export type MessageScreen = ReturnType<typeof messageScreen>;

/** "3 décembre 2026 à 9 h 30" */
export function momentInWords(at: Temporal.Instant, locale: string): string {
	const { day, time } = inParis(at);
	return m.agent_day_hour({ day: dateInWords(day, locale), hour: hourInWords(time, locale) });
}

/**
 * What is read first: the last words of the other side, in the order they were written; then the form; then the rest,
 * newest first. On a later page everything is "the rest".
 */
export function splitThread(messages: readonly MessageScreen[], page: number) {
	const first = page > 0 ? 0 : messages.findIndex(({ isMine }) => isMine);
	const length = first === -1 ? messages.length : first;
	return { latest: messages.slice(0, length).toReversed(), earlier: messages.slice(length) };
}
