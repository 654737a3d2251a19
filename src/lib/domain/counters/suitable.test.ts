import { describe, expect, test } from 'vitest';
import { languagesOf, suitable } from './suitable.ts';

const facts = [
	{ id: 'a', stepFree: 'yes', languages: 'Arabe, anglais' },
	{ id: 'b', stepFree: 'partly', languages: 'anglais et italien' },
	{ id: 'c', stepFree: null, languages: null }
];
const ids = (stepFree: boolean, language: string | null) => {
	const found = suitable(facts, { stepFree, language });
	return [found.ids && [...found.ids], found.leftOut];
};

describe('counters that suit somebody', () => {
	test('are all of them when nothing is asked', () => expect(ids(false, null)).toEqual([null, 0]));

	test('are those known to be step-free: neither partly, nor not known', () =>
		expect(ids(true, null)).toEqual([['a'], 1]));

	test('are those known to speak the language, however it is written', () => {
		expect(ids(false, 'Anglais')).toEqual([['a', 'b'], 1]);
		expect(ids(true, 'anglais')).toEqual([['a'], 1]);
		expect(ids(false, 'russe')).toEqual([[], 1]);
	});

	test('offer each language once', () =>
		expect(languagesOf(facts)).toEqual(['anglais', 'Arabe', 'italien']));
});
