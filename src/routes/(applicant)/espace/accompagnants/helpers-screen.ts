import { phoneInWords } from '$lib/domain/appointments/visitor-phone.ts';
import { lastDayBefore, type MandateState } from '$lib/domain/helpers/mandate.ts';
import type { HelperAct } from '$lib/domain/helpers/rights.ts';
import { dateInWords, dayInWords, hourInWords, inParis } from '$lib/domain/words.ts';
import type { actsUnder, helpersOf } from '$lib/server/helpers/queries.ts';

type Named = Awaited<ReturnType<typeof helpersOf>>[number];
type Act = Awaited<ReturnType<typeof actsUnder>>[number];

const LIVE: readonly MandateState[] = ['invited', 'running'];

/** Whom the applicant named: those who may do something first, then the others; with what each of them did. */
export function helpersScreen(named: readonly Named[], acts: readonly Act[], locale: string) {
	const line = (mandate: Named) => ({
		id: mandate.id,
		name: mandate.name,
		state: mandate.state,
		kind: mandate.kind,
		rights: mandate.rights,
		contact: phoneInWords(mandate.contact),
		calledThemselves: mandate.calledThemselves === mandate.name ? null : mandate.calledThemselves,
		until: dayInWords(lastDayBefore(mandate.endsAt), locale),
		invitedUntil: dayInWords(inParis(mandate.invitedUntil).day, locale),
		stopped: mandate.stoppedAt && {
			by: mandate.stoppedBy,
			day: dateInWords(inParis(mandate.stoppedAt).day, locale)
		},
		acts: actLines(
			acts.filter(({ mandateId }) => mandateId === mandate.id),
			locale
		)
	});
	const lines = named.map(line);
	return {
		live: lines.filter(({ state }) => LIVE.includes(state)),
		over: lines.filter(({ state }) => !LIVE.includes(state))
	};
}

export type HelperLine = ReturnType<typeof helpersScreen>['live'][number];

type ActLine = { act: HelperAct; day: string; hour: string; datetime: string; count: number };

/** The same thing done several times on one day is one line. Newest first. */
function actLines(acts: readonly Act[], locale: string): ActLine[] {
	const lines = new Map<string, ActLine>();
	for (const { action, at } of acts) {
		const { day, time } = inParis(at);
		const key = `${day.toString()} ${action}`;
		const known = lines.get(key);
		if (known) known.count += 1;
		else
			lines.set(key, {
				act: action,
				day: dateInWords(day, locale),
				hour: hourInWords(time, locale),
				datetime: at.toString(),
				count: 1
			});
	}
	return [...lines.values()];
}
