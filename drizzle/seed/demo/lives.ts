import type { EventKind } from '../../../src/lib/domain/applications/event-kinds.ts';

/** Who enters a step: the register or a landlord (official), the service that plays the counter, or the person. */
export type StepAuthor = 'sne' | 'landlord' | 'service' | 'applicant';
export type Step = readonly [kind: EventKind, by: StepAuthor];

export type Life = {
	/** What the life shows, for whoever reads this table. */
	name: string;
	count: number;
	/** How long ago the request was filed, in days: least and most. */
	filed: readonly [number, number];
	/** What happened to it, oldest first, over the last `over` days. */
	steps: readonly Step[];
	over?: readonly [number, number];
	/** Days from today to the last day of its validity; renewed by itself in time when not given. */
	endsIn?: readonly [number, number];
};

const STARTED: Step = ['instruction_started', 'landlord'];
const POSITIONED: Step = ['positioned', 'service'];
const COMMISSION: readonly Step[] = [STARTED, POSITIONED, ['sent_to_commission', 'landlord']];
const GRANTED: readonly Step[] = [...COMMISSION, ['decided_granted', 'landlord']];
const OFFERED: readonly Step[] = [...GRANTED, ['offer_sent', 'landlord']];
const HOUSED: readonly Step[] = [
	...OFFERED,
	['offer_accepted', 'landlord'],
	['struck_off_housed', 'landlord']
];

/**
 * The lives of the fictional requests: every state a request can be in, in proportions that fill the screens. They say
 * nothing of real figures. A request enters with its number, so none is "filed and not yet registered".
 */
// One line a life, so that the table can be read as a table.
// prettier-ignore
export const LIVES: readonly Life[] = [
	{ name: 'just registered', count: 14, filed: [1, 25], steps: [] },
	{ name: 'registered this year', count: 40, filed: [45, 330], steps: [] },
	{ name: 'asked for papers', count: 10, filed: [45, 330], steps: [['papers_requested', 'service']], over: [5, 40] },
	{ name: 'waiting for years', count: 42, filed: [400, 2_900], steps: [] },
	{ name: 'to renew soon', count: 8, filed: [340, 2_500], steps: [['renewal_notice_sent', 'sne']], over: [1, 5], endsIn: [37, 55] },
	{ name: 'to renew at once', count: 4, filed: [340, 2_500], steps: [['renewal_notice_sent', 'sne']], over: [30, 40], endsIn: [4, 18] },
	{ name: 'not renewed in time', count: 3, filed: [367, 1_500], steps: [['renewal_notice_sent', 'sne']], over: [50, 60], endsIn: [-15, -1] },
	{ name: 'in instruction', count: 13, filed: [150, 1_800], steps: [STARTED], over: [3, 30] },
	{ name: 'positioned', count: 9, filed: [200, 2_200], steps: [STARTED, POSITIONED], over: [10, 45] },
	{ name: 'before the commission', count: 7, filed: [250, 2_500], steps: COMMISSION, over: [20, 50] },
	{ name: 'granted', count: 4, filed: [300, 2_600], steps: GRANTED, over: [25, 60] },
	{ name: 'granted with a rank', count: 4, filed: [300, 2_600], steps: [...COMMISSION, ['decided_ranked', 'landlord']], over: [25, 60] },
	{ name: 'granted on a condition', count: 3, filed: [300, 2_600], steps: [...COMMISSION, ['decided_conditional', 'landlord']], over: [25, 60] },
	{ name: 'not granted', count: 6, filed: [300, 2_600], steps: [...COMMISSION, ['decided_not_granted', 'landlord']], over: [25, 120] },
	{ name: 'inadmissible', count: 3, filed: [200, 900], steps: [...COMMISSION, ['decided_inadmissible', 'landlord']], over: [25, 60] },
	{ name: 'offer sent', count: 3, filed: [300, 2_600], steps: OFFERED, over: [30, 42] },
	{ name: 'offer answered from the phone', count: 1, filed: [300, 2_600], steps: [...OFFERED, ['offer_acceptance_declared', 'applicant']], over: [36, 48] },
	{ name: 'offer accepted', count: 3, filed: [300, 2_600], steps: [...OFFERED, ['offer_accepted', 'landlord']], over: [35, 70] },
	{ name: 'offer refused', count: 3, filed: [300, 2_600], steps: [...OFFERED, ['offer_refused', 'landlord']], over: [35, 90] },
	{ name: 'offer without an answer', count: 2, filed: [300, 2_600], steps: [...OFFERED, ['offer_unanswered', 'landlord']], over: [90, 120] },
	{ name: 'struck off: housed', count: 5, filed: [500, 2_900], steps: HOUSED, over: [60, 200] },
	{ name: 'struck off: renounced', count: 2, filed: [200, 1_500], steps: [['struck_off_renounced', 'service']], over: [5, 150] },
	{ name: 'struck off: no answer to letters', count: 2, filed: [300, 1_500], steps: [['warned_no_contact', 'service'], ['struck_off_no_contact', 'sne']], over: [70, 150] },
	{ name: 'struck off: inadmissible', count: 2, filed: [300, 1_500], steps: [...COMMISSION, ['decided_inadmissible', 'landlord'], ['warned_inadmissible', 'landlord'], ['struck_off_inadmissible', 'landlord']], over: [240, 290] },
	{ name: 'struck off: not renewed', count: 2, filed: [420, 1_500], steps: [['renewal_notice_sent', 'sne'], ['struck_off_not_renewed', 'sne']], over: [106, 112], endsIn: [-72, -62] },
	{ name: 'reinstated', count: 2, filed: [420, 1_200], steps: [['warned_no_contact', 'service'], ['struck_off_no_contact', 'sne'], ['reinstated', 'sne']], over: [110, 160] }
];
