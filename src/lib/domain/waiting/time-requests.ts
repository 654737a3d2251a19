/** "No time suits me": what somebody adds to their half-days, and what the counter answers, in characters. */
export const NOTE_LENGTH = 500;
export const ANSWER_LENGTH = 1_000;
