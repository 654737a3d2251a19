const OLDEST = 120;

/**
 * A birth date from a date field ("1990-05-14") or as typed where the field is plain text ("14/05/1990").
 * @param today day in Paris
 * @returns null when there is no such day, when it is to come, or more than 120 years ago
 */
export function birthDateFrom(typed: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
	const french = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(typed);
	const iso = french
		? `${french[3]}-${french[2]!.padStart(2, '0')}-${french[1]!.padStart(2, '0')}`
		: typed;
	if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null;
	const day = existing(iso);
	if (!day || Temporal.PlainDate.compare(day, today) > 0) return null;
	return Temporal.PlainDate.compare(day, today.subtract({ years: OLDEST })) < 0 ? null : day;
}

function existing(iso: string): Temporal.PlainDate | null {
	try {
		return Temporal.PlainDate.from(iso, { overflow: 'reject' });
	} catch {
		return null;
	}
}
