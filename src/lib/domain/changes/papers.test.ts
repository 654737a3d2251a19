import { describe, expect, test } from 'vitest';
import { CONTRACTS, CURRENT_HOUSINGS } from '../applications/codes.ts';
import { paperCategory } from '../documents/categories.ts';
import { FACT_CODES } from './facts.ts';
import { CHANGE_KINDS, PROPOSAL_KINDS } from './kinds.ts';
import { papersFor } from './papers.ts';

describe('the papers that a change needs', () => {
	test.each([
		['address', {}, ['lease']],
		['contact', {}, []],
		['pregnancy', {}, ['pregnancy_certificate']],
		['birth', {}, ['birth_certificate']],
		['member_arrives', {}, ['birth_certificate']],
		['member_arrives', { custody: 'G' }, ['birth_certificate', 'custody_decision']],
		['member_leaves', { leaveReason: 'moved' }, []],
		['member_leaves', { leaveReason: 'deceased' }, ['death_certificate']],
		['couple', { linkToApplicant: 'P' }, ['national_id_card', 'tax_notice_n2', 'pacs_certificate']],
		['couple', { linkToApplicant: 'C' }, ['national_id_card', 'tax_notice_n2']],
		['separation', {}, ['separation_order']],
		['work', { contract: 'CHO' }, ['unemployment_statement']],
		['work', { contract: 'ETU' }, ['student_card']],
		['work', {}, ['work_contract']],
		[
			'income',
			{ 'received.SAL': '100', 'received.AF': '1', 'received.RSA': '1' },
			['payslips', 'family_allowance_statement']
		],
		['income', { since: '2026-01-01' }, []],
		['tax', {}, ['tax_notice_n2']],
		['housing', { model: 'CPE' }, ['host_certificate']],
		['housing', { model: 'POCC' }, ['title_deed']],
		['housing', { model: 'SD' }, ['social_worker_certificate']],
		['wanted', {}, []]
	] as const)('%s with %j: %j', (kind, values, first) => {
		expect(papersFor(kind, values).map((need) => need[0])).toEqual(first);
	});

	test('come from the catalogue and from nowhere else (R441-2-4-1)', () => {
		const values = [
			{},
			...CONTRACTS.map((contract) => ({ contract })),
			...CURRENT_HOUSINGS.map((model) => ({ model }))
		];
		const subjects = ['', ...FACT_CODES.map((fact) => `${fact}::`)];
		const codes = PROPOSAL_KINDS.flatMap((kind) =>
			values.flatMap((each) => subjects.flatMap((subject) => papersFor(kind, each, subject).flat()))
		);
		expect(codes.length).toBeGreaterThan(100);
		expect(codes.filter((code) => paperCategory(code) === undefined)).toEqual([]);
	});

	test('of a sensitive kind are never asked by a form: a counter asks for them', () => {
		const asked = CHANGE_KINDS.flatMap((kind) => papersFor(kind, {}).flat());
		expect(asked.filter((code) => paperCategory(code)?.sensitive)).toEqual([]);
	});

	test('of a correction are those that show the fact', () => {
		expect(papersFor('rectification', {}, 'birthDate:p:')[0]).toContain('national_id_card');
		expect(papersFor('rectification', {}, 'phone:p:')).toEqual([]);
		expect(papersFor('rectification', {}, 'nonsense')).toEqual([]);
	});
});
