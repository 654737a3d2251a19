/** "No time suits me": what somebody adds to their half-days, and what the counter answers, in characters. */
export const NOTE_LENGTH = 500;
export const ANSWER_LENGTH = 1_000;

/** Requests left in an hour with one telephone or address, and from one source: a waiting room shares one. */
export const VISITOR_REQUESTS_AN_HOUR = { destination: 5, source: 20 } as const;

/**
 * Days for which a visitor's contact is kept after the answer: the time to notice that a message did not arrive and to
 * ring the counter about it. Nothing else needs it (GDPR art. 5(1)(e)).
 */
export const VISITOR_CONTACT_DAYS = 30;
