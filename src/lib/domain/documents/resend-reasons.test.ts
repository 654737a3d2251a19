import { describe, expect, it } from 'vitest';
import { readForm } from '../counters/settings.ts';
import { catalogueCode, reasonForm } from './resend-reasons.ts';

const typed = {
	label_fr: ' Photo floue ',
	label_en: 'Blurred photo',
	label_ar: '',
	label_it: '',
	label_pt: '',
	label_uk: '',
	said_fr: 'La photo est floue.',
	said_en: '',
	said_ar: '',
	said_it: '',
	said_pt: '',
	said_uk: '',
	advice_fr: '',
	advice_en: '',
	advice_ar: '',
	advice_it: '',
	advice_pt: '',
	advice_uk: '',
	mark: 'unusable',
	drawing: '',
	again: 'oui'
};

describe('a reason to ask a paper again, as the head of service types it', () => {
	it('keeps the languages that were filled, and what is not ticked is no', () => {
		expect(readForm(reasonForm, typed)).toEqual({
			value: {
				label: { fr: 'Photo floue', en: 'Blurred photo' },
				said: { fr: 'La photo est floue.' },
				advice: { fr: '' },
				mark: 'unusable',
				drawing: null,
				again: true,
				active: false,
				hold: false
			}
		});
	});

	it.each([
		['label_fr', '  ', 'french-missing'],
		['said_fr', '', 'french-missing'],
		['said_ar', 'x'.repeat(301), 'too-long'],
		['label_en', 'x'.repeat(61), 'too-long'],
		['mark', 'ugly', 'choice-missing'],
		['drawing', '../../etc', 'choice-missing']
	])('is refused when %s is "%s": %s', (field, value, rule) => {
		expect(readForm(reasonForm, { ...typed, [field]: value })).toEqual({
			errors: { [field]: rule }
		});
	});

	it('takes no field that the form does not have', () => {
		expect(readForm(reasonForm, { ...typed, code: 'blurred' })).toEqual({
			errors: { form: 'unknown' }
		});
	});
});

describe('the code of what staff add to a catalogue', () => {
	it.each([
		['Photo floue', 'photo_floue'],
		['  N° de sécurité sociale visible ! ', 'n_de_securite_sociale_visible'],
		['صورة', 'sans_nom'],
		['x'.repeat(80), 'x'.repeat(40)]
	])('of "%s" is %s', (label, code) => {
		expect(catalogueCode(label)).toBe(code);
	});
});
