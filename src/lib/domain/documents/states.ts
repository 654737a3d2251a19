import { RuleBroken } from '../errors.ts';

/** What a paper goes through, as one table, with who may do it and on whose authority. */
export const PAPER_STATES = [
	'receiving',
	'received',
	'being_checked',
	'accepted',
	'to_resend',
	'set_aside',
	'passed_on',
	'deleted',
	'refused_infected'
] as const;
export type PaperState = (typeof PAPER_STATES)[number];

/** Why a paper must be sent again: the three marks of the shared file, set without deleting anything. */
export const RESEND_REASONS = ['illegible', 'out_of_scope', 'obsolete'] as const;
export type ResendReason = (typeof RESEND_REASONS)[number];

export const PAPER_ACTIONS = [
	'finish_upload',
	'refuse_infected',
	'refuse_content',
	'start_check',
	'accept',
	'ask_again',
	'set_aside',
	'absorb',
	'mark',
	'pass_on',
	'delete',
	'purge'
] as const;
export type PaperAction = (typeof PAPER_ACTIONS)[number];
export type PaperActor = 'applicant' | 'agent' | 'system';

export interface PaperRule {
	readonly action: PaperAction;
	readonly by: readonly PaperActor[];
	readonly from: readonly PaperState[];
	readonly to: PaperState;
	readonly authority: string;
}

/** An unfinished, refused or unread paper is still the applicant's own; once checked, it belongs to the file. */
const STILL_MINE = ['receiving', 'received', 'to_resend', 'set_aside'] as const;
/** What an agent found not to do: asked again, or not asked for at all. It will not be filed in SNE. */
export const WILL_NOT_DO = ['to_resend', 'set_aside'] as const satisfies readonly PaperState[];
const KEPT = [
	'received',
	'being_checked',
	'accepted',
	'to_resend',
	'set_aside',
	'passed_on'
] as const;
/** What an agent may still decide upon, or decide otherwise. */
const OPEN = ['received', 'being_checked', 'accepted', 'to_resend', 'set_aside'] as const;
const openBut = (state: PaperState) => OPEN.filter((other) => other !== state);

// One line an action, so that the table can be read as a table.
// prettier-ignore
export const PAPER_RULES: readonly PaperRule[] = [
	{ action: 'finish_upload', by: ['applicant', 'agent'], from: ['receiving'], to: 'received', authority: 'R441-2-4-1' },
	{ action: 'refuse_infected', by: ['system'], from: ['receiving', 'received', 'being_checked'], to: 'refused_infected', authority: 'our safety rule' },
	{ action: 'refuse_content', by: ['system'], from: ['received', 'being_checked'], to: 'to_resend', authority: 'our safety rule; the applicant is told (arrêté of 19 April 2022)' },
	{ action: 'start_check', by: ['agent'], from: ['received'], to: 'being_checked', authority: 'SNE rules of the shared file' },
	{ action: 'accept', by: ['agent'], from: openBut('accepted'), to: 'accepted', authority: 'SNE rules of the shared file' },
	{ action: 'ask_again', by: ['agent'], from: openBut('to_resend'), to: 'to_resend', authority: 'SNE rules of the shared file' },
	{ action: 'set_aside', by: ['agent'], from: openBut('set_aside'), to: 'set_aside', authority: 'nothing outside the list may be asked (arrêté of 19 April 2022)' },
	{ action: 'absorb', by: ['agent'], from: ['received', 'being_checked'], to: 'deleted', authority: 'one document a file (SNE): its pages are in another paper' },
	{ action: 'mark', by: ['agent'], from: ['passed_on'], to: 'passed_on', authority: 'SNE: inexploitable, hors périmètre, obsolète, without deletion' },
	{ action: 'pass_on', by: ['agent', 'system'], from: ['accepted'], to: 'passed_on', authority: 'L441-2-1, R441-2-4-1 (15 days)' },
	{ action: 'delete', by: ['applicant'], from: STILL_MINE, to: 'deleted', authority: 'RGPD art. 17' },
	{ action: 'delete', by: ['system'], from: ['receiving'], to: 'deleted', authority: 'our upkeep rule' },
	{ action: 'purge', by: ['system'], from: [...KEPT, 'refused_infected'], to: 'deleted', authority: 'décret 2017-917 art. 4 (1 year after striking off)' }
];

/** What this actor may do with a paper in this state: the buttons of a screen. */
export function possiblePaperActions(state: PaperState, actor: PaperActor): PaperAction[] {
	return rulesFor(state, actor).map((rule) => rule.action);
}

/**
 * The state after this action.
 * @throws RuleBroken `paper-action-forbidden` (facts: state, action, actor).
 */
export function paperStateAfter(
	state: PaperState,
	action: PaperAction,
	actor: PaperActor
): PaperState {
	const rule = rulesFor(state, actor).find((line) => line.action === action);
	if (!rule) throw new RuleBroken('paper-action-forbidden', { state, action, actor });
	return rule.to;
}

function rulesFor(state: PaperState, actor: PaperActor): PaperRule[] {
	return PAPER_RULES.filter((rule) => rule.from.includes(state) && rule.by.includes(actor));
}
