import { aboutEvent, eventFacts } from '$lib/components/event-words.ts';
import { conditionDaysLeft, stillHolds } from '$lib/domain/applications/decisions.ts';
import { EVENT_RULES } from '$lib/domain/applications/event-kinds.ts';
import type { RequestState } from '$lib/domain/applications/event-kinds.ts';
import { dateInWords, dayInWords } from '$lib/domain/words.ts';
import type { FoundDecision } from '$lib/server/applications/find-decisions.ts';

type Found = { state: RequestState; decisions: readonly FoundDecision[] };

/** Decisions as the person reads them, newest first; only the first may still hold. */
export function decisionsScreen(
	{ state, decisions }: Found,
	today: Temporal.PlainDate,
	locale: string
) {
	return {
		decisions: decisions.map((decision, index) => {
			const holds = index === 0 && stillHolds(decision.kind, state);
			return {
				id: decision.id,
				kind: decision.kind,
				holds,
				day: dateInWords(decision.occurredOn, locale),
				origin: decision.origin,
				author: decision.author,
				toldBy: typeof decision.detail['toldBy'] === 'string' ? decision.detail['toldBy'] : null,
				facts: eventFacts(decision.kind, decision.detail, locale),
				about: aboutEvent(decision.kind),
				article: EVENT_RULES[decision.kind].authority,
				condition: holds ? conditionOf(decision, today, locale) : null
			};
		})
	};
}

export type DecisionScreen = ReturnType<typeof decisionsScreen>['decisions'][number];

function conditionOf({ detail }: FoundDecision, today: Temporal.PlainDate, locale: string) {
	const { metBefore } = detail;
	if (typeof metBefore !== 'string') return null;
	const last = Temporal.PlainDate.from(metBefore);
	return { daysLeft: conditionDaysLeft(last, today), last: dayInWords(last, locale) };
}
