import { describe, expect, it } from 'vitest';
import { PAPER_CATEGORIES, PAPER_CATEGORY_CODES, paperCategory } from './categories.ts';
import { expectedPapers, missingPapers } from './expected-papers.ts';
import type { HouseholdMember, SentPaper } from './expected-papers.ts';

const today = Temporal.PlainDate.from('2026-11-23');
const person = (id: string, over: Partial<HouseholdMember> = {}): HouseholdMember => ({
	id,
	role: 'applicant',
	birthDate: Temporal.PlainDate.from('1988-03-12'),
	nationality: '1',
	...over
});
const sent = (personId: string | null, category: string, state: SentPaper['state']): SentPaper => ({
	id: `${personId}-${category}`,
	personId,
	category,
	state
});
const child = person('child', {
	role: 'dependant',
	birthDate: Temporal.PlainDate.from('2018-05-02')
});

describe('a household that has sent nothing', () => {
	it('owes identity and a tax notice for every adult, and nothing for a child', () => {
		const household = [person('a'), person('b', { role: 'coapplicant' }), child];
		const owed = missingPapers({ household, papers: [], today });
		expect(owed.map((line) => [line.personId, line.need, line.state])).toEqual([
			['a', 'identity', 'missing'],
			['a', 'tax_notice', 'missing'],
			['b', 'identity', 'missing'],
			['b', 'tax_notice', 'missing']
		]);
	});

	it('owes proof of stay rather than an identity card for a person from outside the Union', () => {
		const owed = missingPapers({
			household: [person('a', { nationality: '3' })],
			papers: [],
			today
		});
		expect(owed[0]?.acceptable).toEqual(['residence_permit', 'residence_permit_receipt']);
	});

	it('may prove identity in any way when the nationality is not known', () => {
		const owed = missingPapers({
			household: [person('a', { nationality: null })],
			papers: [],
			today
		});
		expect(owed[0]?.acceptable).toContain('passport');
		expect(owed[0]?.acceptable).toContain('residence_permit');
	});

	it.each([
		['2008-11-23', 2],
		['2008-11-24', 0]
	])('counts a dependant born on %s for %i papers on 23 November 2026', (birthDate, owed) => {
		const grown = person('d', { role: 'dependant', birthDate: Temporal.PlainDate.from(birthDate) });
		expect(missingPapers({ household: [grown], papers: [], today })).toHaveLength(owed);
	});

	it('counts an applicant without a birth date as an adult, a dependant as a child', () => {
		const household = [person('a', { birthDate: null }), { ...child, birthDate: null }];
		expect(missingPapers({ household, papers: [], today }).map((line) => line.personId)).toEqual([
			'a',
			'a'
		]);
	});
});

describe('a household that has sent papers', () => {
	const household = [person('a')];

	it('owes no more once a passport and a tax notice are received', () => {
		const papers = [sent('a', 'passport', 'received'), sent('a', 'tax_notice_n2', 'accepted')];
		expect(missingPapers({ household, papers, today })).toEqual([]);
		expect(expectedPapers({ household, papers, today }).map((line) => line.state)).toEqual([
			'received',
			'accepted'
		]);
	});

	it('owes again a paper that must be sent again, unless another one does', () => {
		const bad = sent('a', 'passport', 'to_resend');
		const papers = [bad, sent('a', 'tax_notice_n2', 'accepted')];
		expect(missingPapers({ household, papers, today })).toMatchObject([
			{ need: 'identity', state: 'to_resend', paperId: bad.id }
		]);
		papers.push(sent('a', 'national_id_card', 'received'));
		expect(missingPapers({ household, papers, today })).toEqual([]);
	});

	it('still owes what was deleted or infected, or belongs to somebody else', () => {
		const papers = [
			sent('a', 'passport', 'refused_infected'),
			sent('a', 'tax_notice_n2', 'deleted'),
			sent('b', 'tax_notice_n2', 'accepted')
		];
		expect(missingPapers({ household, papers, today })).toHaveLength(2);
	});

	it('owes again what is in the shared file and was marked there since', () => {
		const old = { ...sent('a', 'tax_notice_n2', 'passed_on'), mark: 'obsolete' as const };
		const papers = [sent('a', 'passport', 'passed_on'), old];
		expect(missingPapers({ household, papers, today })).toMatchObject([
			{ need: 'tax_notice', state: 'to_resend', paperId: old.id }
		]);
	});

	it('owes what the counter asked for, for a person or for the household', () => {
		const papers = [sent(null, 'lease', 'received')];
		const asked = [
			{ personId: null, category: 'lease' },
			{ personId: 'a', category: 'payslips' }
		] as const;
		const owed = missingPapers({ household, papers, asked, today });
		expect(owed.filter((line) => line.need === 'asked')).toMatchObject([
			{ personId: 'a', acceptable: ['payslips'], state: 'missing' }
		]);
	});
});

describe('the catalogue of papers', () => {
	it('has no code twice and calls nothing confirmed', () => {
		expect(new Set(PAPER_CATEGORY_CODES).size).toBe(PAPER_CATEGORIES.length);
		expect(PAPER_CATEGORIES.every((category) => category.confirmed === false)).toBe(true);
	});

	it('keeps health and violence papers sensitive', () => {
		for (const code of ['medical_certificate', 'protection_order', 'complaint']) {
			expect(paperCategory(code)?.sensitive).toBe(true);
		}
		expect(paperCategory('toaster')).toBeUndefined();
	});

	it('asks for identity and tax of everybody, and the rest on request', () => {
		const mandatory = PAPER_CATEGORIES.filter((category) => category.level === 'mandatory');
		expect(new Set(mandatory.map((category) => category.group))).toEqual(
			new Set(['identity', 'tax'])
		);
	});
});
