import { RuleBroken } from '../errors.ts';

/** What a counter may have to say of some days; said in the reader's language, `other` in the agents' words alone. */
export const NOTICE_KINDS = ['closed', 'shorter_hours', 'long_wait', 'moved', 'other'] as const;

export type NoticeKind = (typeof NOTICE_KINDS)[number];

export type CounterNotice = {
	readonly kind: NoticeKind;
	readonly words: string | null;
	readonly fromDay: Temporal.PlainDate;
	readonly untilDay: Temporal.PlainDate;
};

export const LONGEST_NOTICE = 300;
/** A notice is about these days: what lasts longer belongs on the sheet of the counter. */
export const NOTICE_DAYS = 92;

/**
 * Makes a notice of what was typed.
 * @param today notices about the past help nobody
 * @throws RuleBroken `notice-empty`, `notice-too-long`, `notice-backwards`, `notice-past` or `notice-too-many-days`
 */
export function counterNotice(typed: CounterNotice, today: Temporal.PlainDate): CounterNotice {
	const words = typed.words?.trim().replace(/\s+/g, ' ') || null;
	if (typed.kind === 'other' && !words) throw new RuleBroken('notice-empty');
	if ((words?.length ?? 0) > LONGEST_NOTICE) throw new RuleBroken('notice-too-long');
	const { fromDay, untilDay } = typed;
	if (Temporal.PlainDate.compare(untilDay, fromDay) < 0) throw new RuleBroken('notice-backwards');
	if (Temporal.PlainDate.compare(untilDay, today) < 0) throw new RuleBroken('notice-past');
	if (fromDay.until(untilDay).days >= NOTICE_DAYS) throw new RuleBroken('notice-too-many-days');
	return { ...typed, words };
}
