/**
 * Sending a file that goes on where it stopped, with the header names of the IETF draft on resumable uploads
 * (draft-ietf-httpbis-resumable-upload), so that another client can be written from it.
 */
export const UPLOAD = {
	offset: 'upload-offset',
	length: 'upload-length',
	complete: 'upload-complete',
	/** Type of a request that carries a part of a file. */
	partType: 'application/partial-upload'
} as const;

/** Bytes of one request at most: a proxy that hands on whole requests then loses little. */
export const PART_BYTES_MAX = 1_000_000;
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;

/** A boolean as HTTP writes it (RFC 9651). */
export const said = (value: boolean) => (value ? '?1' : '?0');

/** @returns null for anything but a boolean as HTTP writes it */
export function readSaid(text: string | null): boolean | null {
	return text === '?1' ? true : text === '?0' ? false : null;
}

/** @returns a count of bytes; null for anything else */
export function readBytes(text: string | null): number | null {
	return text !== null && /^\d{1,10}$/.test(text) ? Number(text) : null;
}

/**
 * How long to wait before trying again, in milliseconds: twice as long each time, 30 s at most, and never the same for
 * everybody, since a whole street loses its network at once.
 * @param failures tries that failed in a row, 1 or more
 * @param chance 0 to 1
 */
export function waitBeforeRetry(failures: number, chance: number): number {
	const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (failures - 1));
	return Math.round(wait * (0.75 + chance / 2));
}
