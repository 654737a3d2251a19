/** The tax notice of N-2 gives the income that counts; that of N-1 when income fell (instruction of requests). */
const YEARS_BACK: Readonly<Record<string, number>> = { tax_notice_n2: 2, tax_notice_n1: 1 };

/** The year of income that a paper of this kind must be about on that day; null when any will do. */
export function expectedYear(category: string, today: Temporal.PlainDate): number | null {
	const back = Object.hasOwn(YEARS_BACK, category) ? YEARS_BACK[category] : undefined;
	return back === undefined ? null : today.year - back;
}
