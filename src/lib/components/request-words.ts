import type { ComingStep, WayStep } from '$lib/domain/applications/coming-steps.ts';
import type { Decision } from '$lib/domain/applications/decisions.ts';
import type { EventKind, RequestState } from '$lib/domain/applications/event-kinds.ts';
import type { NextStep } from '$lib/domain/applications/next-step.ts';
import type { StrikeOff } from '$lib/domain/applications/strike-off.ts';
import * as m from '$lib/paraglide/messages.js';

/** A message chosen by a code of the domain. The codes are closed lists, so a missing text does not compile. */
type Prefixed<Prefix extends string, Code extends string> = Record<
	`${Prefix}${Code}`,
	() => string
>;

const states: Prefixed<'space_state_', RequestState> = m;
const events: Prefixed<'space_event_', EventKind> = m;
const coming: Prefixed<'space_coming_', ComingStep> = m;
const way: Prefixed<'life_way_', WayStep> = m;
const causes: Prefixed<'life_struck_cause_', StrikeOff> = m;
const afterwards: Prefixed<'life_struck_now_', StrikeOff> = m;
const cans: Prefixed<'life_decision_can_', Decision> = m;
const titles: Prefixed<`space_next_`, `${NextStep}_title`> = m;
const texts: Prefixed<`space_next_`, `${NextStep}_text`> = m;
const buttons: Prefixed<`space_next_`, `${NextStep}_button`> = m;

/** One sentence: where the request stands. */
export const stateSentence = (state: RequestState) => states[`space_state_${state}`]();

/** What happened, as a line of the timeline. */
export const eventTitle = (kind: EventKind) => events[`space_event_${kind}`]();

/** What usually comes next. */
export const comingTitle = (step: ComingStep) => coming[`space_coming_${step}`]();

/** Where on the usual way, in two or three words. */
export const wayTitle = (step: WayStep) => way[`life_way_${step}`]();

/** Why a request was struck off, and what to do now. */
export const strikeOffWords = (kind: StrikeOff) => ({
	cause: causes[`life_struck_cause_${kind}`](),
	now: afterwards[`life_struck_now_${kind}`]()
});

/** What a decision leaves the person to do. */
export const decisionCan = (kind: Decision) => cans[`life_decision_can_${kind}`]();

/** The one thing to do: title, reason, and what the button says. */
export const nextStepWords = (step: NextStep) => ({
	title: titles[`space_next_${step}_title`](),
	text: texts[`space_next_${step}_text`](),
	button: buttons[`space_next_${step}_button`]()
});
