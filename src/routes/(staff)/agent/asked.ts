/*
 * What an agent's address asks for. An address is typed, kept and sent around: what cannot be read is replaced by
 * something sensible, and the page says so.
 */

/** Years that an agenda may be asked for: outside, it is a slip. */
const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

/** @returns the day `?jour=` names (YYYY-MM-DD), null for none or one that does not exist */
export function dayAsked(url: URL): Temporal.PlainDate | null {
	const text = url.searchParams.get('jour') ?? '';
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
	try {
		const day = Temporal.PlainDate.from(text);
		return day.year >= FIRST_YEAR && day.year <= LAST_YEAR ? day : null;
	} catch {
		return null;
	}
}

/** Whether `?jour=` says something that is no day. */
export function isBadDay(url: URL): boolean {
	return Boolean(url.searchParams.get('jour')) && dayAsked(url) === null;
}

/** @returns the page `?page=` names, from 1; 1 for anything else */
export function pageAsked(url: URL): number {
	const text = url.searchParams.get('page') ?? '';
	return /^[1-9]\d{0,4}$/.test(text) ? Number(text) : 1;
}

/** A path with what it asks; empty values are left out. */
export function asking(
	path: string,
	query: Readonly<Record<string, string | number | null | undefined>>
): string {
	const kept = Object.entries(query).filter(
		([, value]) => value !== null && value !== undefined && value !== ''
	);
	const text = new URLSearchParams(kept.map(([key, value]) => [key, String(value)])).toString();
	return text ? `${path}?${text}` : path;
}
