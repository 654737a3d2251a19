/** From the text of an element to a value. Each gives null when the text cannot be read as such. */

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;
const TEXT_MAX = 200;

/** Plain text on one line: composed accents, no control or bidirectional mark; null when empty or too long to be one. */
export function plainText(raw: string): string | null {
	const text = raw.normalize('NFC').replace(/\s+/gu, ' ').replace(INVISIBLE, '').trim();
	return text === '' || text.length > TEXT_MAX ? null : text;
}

/**
 * An amount of euros, in cents: "1234.5", "1 234,50", "1.234,50 €". Null for a negative one, and for three
 * digits after a lone mark, which may be thousands as well as decimals.
 */
export function amountCents(raw: string): number | null {
	let text = raw.replace(/[\s\u00a0\u202f'’]/gu, '').replace(/(?:€|EUR)$/i, '');
	if (/^\d{1,3}(?:\.\d{3})+,\d{1,2}$/.test(text)) text = text.replaceAll('.', '');
	if (/^\d{1,3}(?:,\d{3})+\.\d{1,2}$/.test(text)) text = text.replaceAll(',', '');
	const match = /^(\d{1,9})(?:[.,](\d{1,2}))?$/.exec(text);
	if (!match) return null;
	return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

/**
 * A day as "YYYY-MM-DD" from an ISO date, with an optional zone, or from an ISO date and time; the day is
 * the one that is written, whatever the zone. Null when there is no such day, or no such century.
 */
export function isoDay(raw: string): string | null {
	const match = /^(\d{4})-(\d{2})-(\d{2})(?:T[\d:.]+)?(?:Z|[+-]\d{2}:\d{2})?$/.exec(raw.trim());
	if (!match) return null;
	const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
	if (year < 1900 || year > 2100) return null;
	try {
		return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();
	} catch {
		return null;
	}
}

/** A whole number between the two bounds, both included. */
export function wholeNumber(raw: string, least: number, most: number): number | null {
	if (!/^\d{1,6}$/.test(raw)) return null;
	const value = Number(raw);
	return value >= least && value <= most ? value : null;
}

/** Square metres, with or without decimals and unit. */
export function surface(raw: string): number | null {
	const match = /^(\d{1,4})(?:[.,](\d{1,2}))?(?:m2|m²)?$/i.exec(raw.replace(/\s/gu, ''));
	return match ? Number(`${match[1]}.${match[2] ?? '0'}`) : null;
}

/** The two ways XML writes a boolean, and the French one that hand-made files use. */
export function yesOrNo(raw: string): boolean | null {
	const text = raw.toLowerCase();
	if (['true', '1', 'oui'].includes(text)) return true;
	return ['false', '0', 'non'].includes(text) ? false : null;
}

export function email(raw: string): string | null {
	return raw.length <= 254 && /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;".]+$/.test(raw) ? raw : null;
}

/** Digits with an optional leading +. */
export function phone(raw: string): string | null {
	const digits = raw.replace(/[\s.()/-]/gu, '');
	return /^\+?\d{6,15}$/.test(digits) ? digits : null;
}

/** INSEE code of a commune: Corsican ones hold a letter. */
export function communeCode(raw: string): string | null {
	return /^(?:\d{2}|2[AB])\d{3}$/.test(raw) ? raw : null;
}

/** French or foreign: kept as written when it looks like one. */
export function postcode(raw: string): string | null {
	return /^[A-Za-z0-9][A-Za-z0-9 -]{1,11}$/.test(raw) ? raw : null;
}

export function year(raw: string): number | null {
	return wholeNumber(raw, 1990, 2100);
}
