import type { IconName } from '$lib/components/icons.ts';
import type { BadgeTone } from '$lib/components/tones.ts';
import type { AppointmentAction, AppointmentState } from '$lib/domain/appointments/states.ts';
import * as m from '$lib/paraglide/messages.js';

/** What can be done at the counter, in the order of a visit. */
export const VISIT_ACTIONS = ['arrive', 'call', 'start', 'receive', 'mark-absent', 'undo'] as const;
export type VisitAction = (typeof VISIT_ACTIONS)[number] & AppointmentAction;

type Look = { word: () => string; tone: BadgeTone; icon: IconName };

const CANCELLED = { tone: 'neutral', icon: 'x' } as const;

const STATES: Readonly<Record<AppointmentState, Look>> = {
	held: { word: m.agent_state_held, tone: 'neutral', icon: 'hourglass' },
	booked: { word: m.agent_state_booked, tone: 'neutral', icon: 'calendar' },
	arrived: { word: m.agent_state_arrived, tone: 'wait', icon: 'hourglass' },
	called: { word: m.agent_state_called, tone: 'wait', icon: 'bell' },
	in_interview: { word: m.agent_state_in_interview, tone: 'info', icon: 'message-square' },
	received: { word: m.agent_state_received, tone: 'done', icon: 'circle-check' },
	absent: { word: m.agent_state_absent, tone: 'todo', icon: 'circle-alert' },
	cancelled_by_applicant: { word: m.agent_state_cancelled_by_applicant, ...CANCELLED },
	cancelled_by_service: { word: m.agent_state_cancelled_by_service, ...CANCELLED },
	moved: { word: m.agent_state_moved, tone: 'neutral', icon: 'arrow-right' },
	expired: { word: m.agent_state_expired, ...CANCELLED },
	unrecorded: { word: m.agent_state_unrecorded, tone: 'todo', icon: 'circle-question-mark' }
};

/** A state as icon and word. */
export const stateLook = (state: AppointmentState): Look => STATES[state];

const ACTIONS: Readonly<Record<VisitAction, { word: () => string; icon: IconName }>> = {
	arrive: { word: m.agent_action_arrive, icon: 'map-pin' },
	call: { word: m.agent_action_call, icon: 'bell' },
	start: { word: m.agent_action_start, icon: 'message-square' },
	receive: { word: m.agent_action_receive, icon: 'check' },
	'mark-absent': { word: m.agent_action_mark_absent, icon: 'x' },
	undo: { word: m.agent_action_undo, icon: 'history' }
};

/** An action as icon and word: what its button says. */
export const actionLook = (action: VisitAction) => ACTIONS[action];

/** Why an action was refused, in words. */
export function refusal(rule: string): string {
	const words: Readonly<Record<string, () => string>> = {
		'forbidden-transition': m.agent_rule_forbidden_transition,
		'only-on-its-day': m.agent_rule_only_on_its_day,
		'not-before-its-day': m.agent_rule_not_before_its_day,
		'not-before-its-start': m.agent_rule_not_before_its_start,
		'already-booked': m.agent_rule_already_booked
	};
	return (words[rule] ?? m.agent_rule_other)();
}
