import { RuleBroken } from '../errors.ts';

/** Characters of one message, and of one internal note. */
export const MESSAGE_LENGTH = 4_000;
export const NOTE_LENGTH = 2_000;

/** Messages that one side of a request may send: nobody types more, a stuck key or a program does. */
export const MESSAGES_AN_HOUR = 12;

/**
 * A text as it is kept: composed letters, lines ended one way, no control or invisible direction-changing character
 * (they can make a text read other than it is), no more than one empty line together, nothing at the ends.
 */
export function cleanBody(typed: string): string {
	return typed
		.normalize('NFC')
		.replace(/\r\n?/g, '\n')
		.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (character) =>
			character === '\n' ? '\n' : ''
		)
		.replace(/[^\S\n]+\n/g, '\n')
		.replace(/\n{3,}/g, '\n\n')
		.trim();
}

/** The text of a message, cleaned. @throws RuleBroken `message-missing`, `message-too-long` */
export function messageBody(typed: string): string {
	return within(typed, MESSAGE_LENGTH, 'message');
}

/** The text of an internal note, cleaned. @throws RuleBroken `note-missing`, `note-too-long` */
export function noteBody(typed: string): string {
	return within(typed, NOTE_LENGTH, 'note');
}

function within(typed: string, most: number, what: 'message' | 'note'): string {
	const body = cleanBody(typed);
	if (!body) throw new RuleBroken(`${what}-missing`);
	if (body.length > most) throw new RuleBroken(`${what}-too-long`, { most, length: body.length });
	return body;
}
