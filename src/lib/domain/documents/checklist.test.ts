import { describe, expect, it } from 'vitest';
import { PAPER_CATEGORY_CODES } from './categories.ts';
import { checklist, type Situation, type SituationPerson } from './checklist.ts';
import * as rules from './checklist-rules.ts';

const today = Temporal.PlainDate.from('2026-11-26');
const born = (text: string) => Temporal.PlainDate.from(text);
const adult = (more: Partial<SituationPerson> = {}): SituationPerson => ({
	id: 'a',
	role: 'applicant',
	birthDate: born('1990-01-01'),
	nationality: '1',
	familySituation: null,
	contract: null,
	resources: [],
	...more
});
const child = (more: Partial<SituationPerson> = {}) =>
	adult({ id: 'c', role: 'dependant', birthDate: born('2018-01-01'), ...more });
const situation = (more: Partial<Situation> = {}): Situation => ({
	household: [adult()],
	unborn: 0,
	housing: null,
	motives: [],
	today,
	...more
});
const named = (more: Partial<Situation>) =>
	checklist(situation(more)).map(({ when, papers }) => `${when} ${papers[0]}`);

describe('the papers of a household', () => {
	it('are, for one person of whom nothing else is known, identity and tax notice now', () => {
		expect(named({})).toEqual(['now national_id_card', 'now tax_notice_n2']);
	});

	it('ask each adult, and no child, for identity and tax notice', () => {
		const household = [adult(), adult({ id: 'b', role: 'coapplicant', nationality: '3' }), child()];
		const now = checklist(situation({ household })).filter(({ when }) => when === 'now');
		expect(now.map(({ personId, papers }) => `${personId} ${papers[0]}`)).toEqual([
			'a national_id_card',
			'a tax_notice_n2',
			'b residence_permit',
			'b tax_notice_n2'
		]);
	});

	it.each([
		['a dependant of eighteen today', '2008-11-26', true],
		['a dependant of eighteen tomorrow', '2008-11-27', false]
	])('count %s as they should', (_who, day, counted) => {
		const household = [adult(), child({ birthDate: born(day) })];
		const owed = checklist(situation({ household })).some(({ personId }) => personId === 'c');
		expect(owed).toBe(counted);
	});

	it('follow from what each person lives on and does', () => {
		const household = [
			adult({ familySituation: 'D', contract: 'CDI', resources: ['SAL', 'AF', 'PAR'] })
		];
		expect(named({ household }).slice(2)).toEqual([
			'later divorce_judgment',
			'later employer_statement',
			'later payslips',
			'later family_allowance_statement',
			'later alimony_judgment'
		]);
	});

	it('follow from the home and the reasons, each paper once', () => {
		const household = [adult({ familySituation: 'D' }), child()];
		const lines = named({ household, housing: 'CP', motives: ['05', '11', '06'], unborn: 1 });
		expect(lines.slice(2)).toEqual([
			'later divorce_judgment',
			'later family_record_book',
			'later pregnancy_certificate',
			'later host_certificate',
			'later eviction_papers',
			'later protection_order'
		]);
	});

	it('say which are sensitive and why each is there', () => {
		const [line] = checklist(situation({ motives: ['08'] })).slice(2);
		expect(line).toMatchObject({
			papers: ['medical_certificate'],
			sensitive: true,
			because: { fact: 'motive', code: '08' }
		});
	});
});

it('every rule names papers of the catalogue', () => {
	const needs = Object.values(rules).flatMap((table) => Object.values(table).flat(2));
	expect(needs.length).toBeGreaterThan(40);
	expect(needs.filter((code) => !PAPER_CATEGORY_CODES.includes(code))).toEqual([]);
});
