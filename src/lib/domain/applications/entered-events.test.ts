import { expect, test } from 'vitest';
import { ENTERED, entryChoices, isEntered } from './entered-events.ts';
import type { REQUEST_STATES } from './event-kinds.ts';
import { EVENT_KINDS, EVENT_RULES, type EventRule } from './event-kinds.ts';
import { fieldsOf } from './read-detail.ts';

const kindsIn = (state: (typeof REQUEST_STATES)[number]) =>
	entryChoices(state).flatMap(({ kinds }) => kinds);

test('a counter is offered what may happen now and nothing else', () => {
	expect(kindsIn('in_commission')).toEqual(
		expect.arrayContaining(['decided_ranked', 'decided_not_granted', 'struck_off_renounced'])
	);
	expect(kindsIn('in_commission')).not.toContain('offer_sent');
	expect(kindsIn('struck_off')).toEqual(['reinstated']);
	expect(kindsIn('offer_answered')).toEqual(
		expect.arrayContaining(['offer_accepted', 'offer_refused'])
	);
});

test('no form enters what an agent may not, nor what another screen writes', () => {
	for (const kind of EVENT_KINDS.filter((one) => isEntered(one))) {
		const rule: EventRule = EVENT_RULES[kind];
		expect(rule.by).toContain('agent');
	}
	for (const kind of ['interviewed', 'papers_received', 'entered_in_error', 'toString'] as const)
		expect(isEntered(kind)).toBe(false);
});

test('each form can be filled: every event with a required fact asks for it', () => {
	const forms = Object.keys(ENTERED).filter((kind) => isEntered(kind));
	expect(forms.flatMap((kind) => (isEntered(kind) ? fieldsOf(kind) : [])).length).toBeGreaterThan(
		40
	);
});
