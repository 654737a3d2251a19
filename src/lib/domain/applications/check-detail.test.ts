import { describe, expect, test } from 'vitest';
import { RuleBroken } from '../errors.ts';
import { checkDetail, detailErrors } from './check-detail.ts';
import { EVENT_DETAILS, type KeptDetail } from './event-details.ts';
import { EVENT_KINDS, type EventKind } from './event-kinds.ts';
import { fieldsOf, readDetail } from './read-detail.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const ON = day('2026-11-23');
const wrong = (kind: EventKind, detail: KeptDetail, on = ON, complete = true) =>
	detailErrors(kind, detail, on, complete);

const OFFER = {
	landlord: 'Bailleur fictif',
	address: '3 rue des Lauriers',
	commune: 'Antibes',
	housingType: 'T3',
	floor: 2,
	surface: 64,
	rent: 48_000,
	charges: 9_000,
	replyBefore: '2026-12-03',
	dalo: false
};

describe('what the law wants told must be told', () => {
	test.each([
		['decided_ranked', { landlord: 'X' }, { rank: 'required' }],
		['decided_ranked', { landlord: 'X', rank: 0 }, { rank: 'out-of-range' }],
		['decided_not_granted', { landlord: 'X' }, { motive: 'required' }],
		['decided_not_granted', { landlord: 'X', motive: 'non' }, { motive: 'too-short' }],
		[
			'decided_conditional',
			{ landlord: 'X', condition: 'Fournir le jugement de divorce', metBefore: 'bientôt' },
			{ metBefore: 'not-a-day' }
		],
		['struck_off_housed', { body: 'X' }, { signedOn: 'required' }],
		['priority_flagged', { group: 'rich' }, { group: 'choose' }]
	] as [EventKind, KeptDetail, Record<string, string>][])('%s %o', (kind, detail, errors) => {
		expect(wrong(kind, detail)).toEqual(errors);
	});

	test('the register may be silent, a counter may not', () => {
		expect(wrong('decided_ranked', {}, ON, false)).toBeNull();
		expect(wrong('decided_ranked', {})).toEqual({ landlord: 'required', rank: 'required' });
	});

	test('a fact that no event of this kind states is refused, whoever says it', () => {
		expect(wrong('renewed', { salary: 3 }, ON, false)).toEqual({ salary: 'unknown' });
	});

	test('a broken detail is a broken rule that names its field', () => {
		expect(() => checkDetail('offer_sent', { ...OFFER, rent: -1 }, ON)).toThrow(RuleBroken);
		expect(checkDetail('offer_sent', OFFER, ON)).toBeUndefined();
	});
});

describe('days that are tied to the day of the event', () => {
	test('an offer leaves ten days: nine are refused, ten and eleven are not', () => {
		const answer = (on: string) => wrong('offer_sent', { ...OFFER, replyBefore: on });
		expect(answer('2026-12-02')).toEqual({ replyBefore: 'reply-too-short' });
		expect(answer('2026-12-03')).toBeNull();
		expect(answer('2026-12-04')).toBeNull();
	});

	test('a condition is to be met after the decision, not on its day', () => {
		const detail = { landlord: 'X', condition: 'Fournir le jugement' };
		expect(wrong('decided_conditional', { ...detail, metBefore: '2026-11-23' })).toEqual({
			metBefore: 'not-after'
		});
		expect(wrong('decided_conditional', { ...detail, metBefore: '2026-11-24' })).toBeNull();
	});

	test.each(['struck_off_no_contact', 'struck_off_inadmissible'] as const)(
		'%s comes a month after the letter, not the day before',
		(kind) => {
			const rest: KeptDetail =
				kind === 'struck_off_inadmissible' ? { motive: 'Revenus au-dessus' } : {};
			const at = (on: string) =>
				wrong(kind, { body: 'X', warnedOn: '2026-10-31', ...rest }, day(on));
			// A month from 31 October is 30 November: the last day of a month is the end of that month.
			expect(at('2026-11-29')).toEqual({ warnedOn: 'warned-too-late' });
			expect(at('2026-11-30')).toBeNull();
		}
	);

	test('nobody signs a lease tomorrow', () => {
		expect(wrong('struck_off_housed', { body: 'X', signedOn: '2026-11-24' })).toEqual({
			signedOn: 'in-the-future'
		});
	});
});

describe('the forms of the counter', () => {
	test('ask for what the table asks for, in its order, and for no identifier', () => {
		expect(fieldsOf('decided_ranked').map(({ name, required }) => [name, required])).toEqual([
			['landlord', true],
			['rank', true],
			['commune', false],
			['housingType', false]
		]);
		expect(fieldsOf('papers_received')).toEqual([]);
		for (const kind of EVENT_KINDS) {
			const names = fieldsOf(kind).map(({ name }) => name);
			expect(Object.keys(EVENT_DETAILS[kind])).toEqual(expect.arrayContaining(names));
		}
	});

	test('read euros, figures and yes or no as people type them', () => {
		const typed = {
			...{ landlord: ' Bailleur fictif ', address: '3 rue des Lauriers', commune: 'Antibes' },
			...{ housingType: 'T3', floor: '', surface: '64', rent: '1 480,50 €', charges: '90' },
			...{ replyBefore: '2026-12-03', dalo: 'no' }
		};
		expect(readDetail('offer_sent', typed, ON)).toEqual({
			detail: {
				landlord: 'Bailleur fictif',
				address: '3 rue des Lauriers',
				commune: 'Antibes',
				housingType: 'T3',
				surface: 64,
				rent: 148_050,
				charges: 9_000,
				replyBefore: '2026-12-03',
				dalo: false
			}
		});
	});

	test('name what cannot be read, and nothing else', () => {
		const typed = { landlord: 'X', rank: 'deuxième' };
		expect(readDetail('decided_ranked', typed, ON)).toEqual({ errors: { rank: 'not-a-number' } });
	});
});
