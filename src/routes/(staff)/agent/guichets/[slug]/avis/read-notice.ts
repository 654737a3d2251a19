import * as v from 'valibot';
import { NOTICE_KINDS, type CounterNotice } from '$lib/domain/counters/notices.ts';

const day = v.pipe(v.string(), v.isoDate());
const kind = v.picklist(NOTICE_KINDS);

/** What was typed, and the notice it makes; or, by field, the rule that it breaks. */
export function readNotice(form: FormData): {
	typed: Record<'kind' | 'words' | 'fromDay' | 'untilDay', string>;
	errors: Record<string, string>;
	notice: CounterNotice | null;
} {
	const text = (name: string) => String(form.get(name) ?? '').slice(0, 2_000);
	const typed = {
		kind: text('kind'),
		words: text('words'),
		fromDay: text('fromDay'),
		untilDay: text('untilDay')
	};
	const errors: Record<string, string> = {};
	if (!v.is(kind, typed.kind)) errors['kind'] = 'notice-kind';
	const fromDay = dayIn(typed.fromDay);
	const untilDay = typed.untilDay === '' ? fromDay : dayIn(typed.untilDay);
	if (!fromDay) errors['fromDay'] = 'notice-day';
	if (fromDay && !untilDay) errors['untilDay'] = 'notice-day';
	if (!v.is(kind, typed.kind) || !fromDay || !untilDay) return { typed, errors, notice: null };
	return {
		typed,
		errors,
		notice: { kind: typed.kind, words: typed.words, fromDay, untilDay }
	};
}

function dayIn(text: string): Temporal.PlainDate | null {
	return v.is(day, text) ? safely(text) : null;
}

/** 2026-02-30 has the shape of a day and is none. */
function safely(text: string): Temporal.PlainDate | null {
	try {
		return Temporal.PlainDate.from(text, { overflow: 'reject' });
	} catch {
		return null;
	}
}
