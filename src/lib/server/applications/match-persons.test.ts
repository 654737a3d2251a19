import { describe, expect, it } from 'vitest';
import { matchPersons, type Recognisable } from './match-persons.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const child = (
	firstName: string | null,
	birthDate: string | null,
	lastName: string | null = 'Exemple'
) =>
	({
		role: 'dependant',
		firstName,
		lastName,
		birthDate: birthDate === null ? null : day(birthDate)
	}) satisfies Recognisable;

describe('the person of a file is recognised', () => {
	it('by role, birth date and names, whatever the accents, the case and the order', () => {
		const known = [child('Noé', '2016-02-29'), child('Inès', '2020-11-03')];
		const next = [child('INES', '2020-11-03', 'EXEMPLE'), child('Noe', '2016-02-29')];
		expect(matchPersons(known, next)).toEqual([known[1], known[0]]);
	});

	it('under a new family name, or with a corrected birth date', () => {
		const known = [child('Noé', '2016-02-29'), child('Inès', '2020-11-03')];
		const next = [child('Noé', '2016-02-29', 'Autre'), child('Inès', '2020-11-13')];
		expect(matchPersons(known, next)).toEqual(known);
	});

	it('as the applicant, whatever changed: the number is theirs', () => {
		const known = [{ role: 'applicant', firstName: 'Ada', lastName: 'Un', birthDate: null }];
		const next = [
			{ role: 'applicant', firstName: 'Ève', lastName: 'Deux', birthDate: day('1990-01-01') }
		];
		expect(matchPersons(known, next)).toEqual(known);
	});

	it('as one of two whom nothing tells apart, each once', () => {
		const twin = { role: 'in_custody', birthDate: day('2018-05-05') };
		const known = [{ ...twin }, { ...twin }];
		const found = matchPersons(known, [twin, twin, twin]);
		expect(found[0]).toBe(known[0]);
		expect(found[1]).toBe(known[1]);
		expect(found[2]).toBeNull();
	});
});

describe('the person of a file is somebody new', () => {
	it('with another first name, even born the same day', () => {
		expect(matchPersons([child('Noé', '2016-02-29')], [child('Tom', '2016-02-29')])).toEqual([
			null
		]);
	});

	it('in another role', () => {
		const known = [{ ...child('Noé', '2006-02-28'), role: 'coapplicant' }];
		expect(matchPersons(known, [child('Noé', '2006-02-28')])).toEqual([null]);
	});
});
