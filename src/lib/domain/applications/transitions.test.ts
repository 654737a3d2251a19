import { describe, expect, test } from 'vitest';
import { Refused, RuleBroken } from '../errors.ts';
import {
	EVENT_AUTHORS,
	EVENT_KINDS,
	EVENT_RULES,
	REQUEST_STATES,
	type EventAuthor,
	type EventKind,
	type EventRule,
	type RequestState
} from './event-kinds.ts';
import { checkEvent } from './states.ts';

/*
 * The life of a request a second time, written by hand from the field's facts (domain facts §1.4, §1.8, §6) and not
 * from the table it checks: from each state, every event that changes it and where that leads. All others are refused.
 */
const INSTRUCTION = { instruction_started: 'in_instruction' } as const;
const PROPOSAL = { positioned: 'positioned', sent_to_commission: 'in_commission' } as const;
const WAITING = { ...INSTRUCTION, ...PROPOSAL } as const;
const STRIKING_OFF = {
	struck_off_housed: 'struck_off',
	struck_off_renounced: 'struck_off',
	struck_off_no_contact: 'struck_off',
	struck_off_inadmissible: 'struck_off',
	struck_off_not_renewed: 'struck_off',
	struck_off_merged: 'struck_off'
} as const;
const OFFER = { offer_sent: 'offer_sent' } as const;
const RECORDED = { offer_accepted: 'offer_accepted', offer_refused: 'offer_refused' } as const;

const WAYS: Record<RequestState | 'nothing', Partial<Record<EventKind, RequestState>>> = {
	nothing: { filed: 'filed', registered: 'registered' },
	filed: { registered: 'registered', ...STRIKING_OFF },
	registered: { ...WAITING, ...STRIKING_OFF },
	in_instruction: { ...PROPOSAL, ...STRIKING_OFF },
	positioned: { sent_to_commission: 'in_commission', ...STRIKING_OFF },
	in_commission: {
		decided_granted: 'granted',
		decided_ranked: 'granted_ranked',
		decided_conditional: 'granted_conditional',
		decided_not_granted: 'not_granted',
		decided_inadmissible: 'inadmissible',
		...STRIKING_OFF
	},
	granted: { ...OFFER, ...STRIKING_OFF },
	granted_ranked: { ...OFFER, rank_not_reached: 'registered', ...STRIKING_OFF },
	granted_conditional: {
		...OFFER,
		condition_met: 'granted',
		condition_not_met: 'registered',
		...STRIKING_OFF
	},
	not_granted: { ...WAITING, ...STRIKING_OFF },
	inadmissible: { ...INSTRUCTION, ...STRIKING_OFF },
	offer_sent: {
		offer_acceptance_declared: 'offer_answered',
		offer_refusal_declared: 'offer_answered',
		offer_unanswered: 'offer_unanswered',
		offer_withdrawn: 'registered',
		...RECORDED,
		...STRIKING_OFF
	},
	offer_answered: { ...RECORDED, offer_withdrawn: 'registered', ...STRIKING_OFF },
	offer_accepted: { offer_withdrawn: 'registered', ...STRIKING_OFF },
	offer_refused: { ...WAITING, ...STRIKING_OFF },
	offer_unanswered: { ...WAITING, ...RECORDED, ...STRIKING_OFF },
	struck_off: { reinstated: 'registered' }
};

/** Who may enter what changes a state; all else is the register's and the counters'. */
const BY_APPLICANT: readonly EventKind[] = [
	'filed',
	'offer_acceptance_declared',
	'offer_refusal_declared'
];
const NOT_BY_AGENT: readonly EventKind[] = ['offer_acceptance_declared', 'offer_refusal_declared'];
const BY_SYSTEM: readonly EventKind[] = ['offer_unanswered'];

function expectedOf(from: RequestState | null, kind: EventKind, author: EventAuthor) {
	const to = WAYS[from ?? 'nothing'][kind];
	const mayEnter = {
		applicant: BY_APPLICANT.includes(kind),
		system: BY_SYSTEM.includes(kind),
		agent: !NOT_BY_AGENT.includes(kind),
		sne: !NOT_BY_AGENT.includes(kind)
	}[author];
	return mayEnter ? (to ?? 'forbidden') : 'refused';
}

function outcomeOf(from: RequestState | null, kind: EventKind, author: EventAuthor): string {
	try {
		return checkEvent(from, kind, author);
	} catch (cause) {
		if (cause instanceof Refused) return 'refused';
		if (cause instanceof RuleBroken) return 'forbidden';
		throw cause;
	}
}

const ruleOf = (kind: EventKind): EventRule => EVENT_RULES[kind];
const CHANGING = EVENT_KINDS.filter((kind) => ruleOf(kind).to !== 'same');

describe.each([null, ...REQUEST_STATES])('from %s', (from) => {
	test.each(EVENT_AUTHORS)('every event that changes the state, entered by %s', (author) => {
		const told = (say: typeof outcomeOf) => CHANGING.map((kind) => [kind, say(from, kind, author)]);
		expect(told(outcomeOf)).toEqual(told(expectedOf));
	});

	test('an event that leaves the state alone leaves it alone, or is refused', () => {
		for (const kind of EVENT_KINDS.filter((one) => !CHANGING.includes(one))) {
			for (const author of EVENT_AUTHORS) {
				expect([from, 'refused', 'forbidden']).toContain(outcomeOf(from, kind, author));
			}
		}
	});
});

test('nothing leaves the state of a request struck off alone but a correction', () => {
	const staying = EVENT_KINDS.filter(
		(kind) => ruleOf(kind).to === 'same' && ruleOf(kind).from.includes('struck_off')
	);
	expect(staying).toEqual(['entered_in_error']);
});

test('every state but the first is reached by some way, and only struck off has no way on but back', () => {
	const reached = new Set(Object.values(WAYS).flatMap((way) => Object.values(way)));
	expect(REQUEST_STATES.filter((state) => !reached.has(state))).toEqual([]);
	expect(Object.keys(WAYS.struck_off)).toEqual(['reinstated']);
});
