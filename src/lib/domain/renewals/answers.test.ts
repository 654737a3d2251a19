import { describe, expect, test } from 'vitest';
import { CHANGE_KINDS, SECTIONS } from '../changes/kinds.ts';
import { sectionOf, unsettledSections, type Answers } from './answers.ts';

const same = Object.fromEntries(SECTIONS.map((section) => [section, 'same'])) as Answers;

describe('an applicant may confirm', () => {
	test('once every part has its answer', () => {
		expect(unsettledSections({}, [])).toEqual([...SECTIONS]);
		expect(unsettledSections(same, [])).toEqual([]);
		const { work: _work, ...others } = same;
		expect(unsettledSections(others, [])).toEqual(['work']);
	});

	test('once what has changed is declared', () => {
		const answers: Answers = { ...same, income: 'changed', contact: 'changed' };
		expect(unsettledSections(answers, [])).toEqual(['contact', 'income']);
		expect(unsettledSections(answers, ['tax'])).toEqual(['contact']);
		expect(unsettledSections(answers, ['tax', 'address'])).toEqual([]);
	});

	test('a declaration does not answer for the person, and a correction declares nothing', () => {
		expect(unsettledSections({}, ['income'])).toContain('income');
		expect(unsettledSections({ ...same, work: 'changed' }, ['rectification'])).toEqual(['work']);
	});
});

test('every change belongs to a part of the renewal', () => {
	for (const kind of CHANGE_KINDS) expect(SECTIONS).toContain(sectionOf(kind));
	expect(sectionOf('rectification')).toBeNull();
});
