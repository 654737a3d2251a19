import { RuleBroken } from '$lib/domain/errors.ts';

/**
 * The day an agent says they typed something in SNE, as a date field sends it or as one types it ("23/11/2026").
 * @throws RuleBroken `entered-day-unreadable`
 */
export function enteredDay(typed: string): Temporal.PlainDate {
	const french = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(typed.trim());
	const iso = french
		? `${french[3]}-${french[2]?.padStart(2, '0')}-${french[1]?.padStart(2, '0')}`
		: typed.trim();
	try {
		if (/^\d{4}-\d{2}-\d{2}$/.test(iso))
			return Temporal.PlainDate.from(iso, { overflow: 'reject' });
	} catch {
		// Falls through: a 31 February is as unreadable as a word.
	}
	throw new RuleBroken('entered-day-unreadable');
}
