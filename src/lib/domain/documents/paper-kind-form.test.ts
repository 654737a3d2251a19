import { describe, expect, it } from 'vitest';
import { drawings } from '../../components/drawings.ts';
import { readForm } from '../counters/settings.ts';
import { KIND_DRAWINGS, kindForm } from './paper-kind-form.ts';
import { REASON_DRAWINGS } from './resend-reasons.ts';

const typed = {
	label_fr: 'Attestation d’assurance',
	label_en: '',
	label_ar: 'شهادة تأمين',
	label_it: 'Attestazione',
	label_pt: '',
	label_uk: '',
	explanation_fr: 'Donnée par votre assureur.',
	explanation_en: '',
	explanation_ar: '',
	explanation_it: '',
	explanation_pt: '',
	explanation_uk: '',
	refused_fr: '',
	refused_en: '',
	refused_ar: '',
	refused_it: '',
	refused_pt: '',
	refused_uk: '',
	group: 'housing',
	level: 'on_request',
	drawing: 'certificate',
	source: 'demande du service',
	active: 'oui'
};

describe('a kind of paper, as the head of service types it', () => {
	it('keeps the languages that were filled, and what is not ticked is no', () => {
		expect(readForm(kindForm, typed)).toEqual({
			value: {
				label: { fr: 'Attestation d’assurance', ar: 'شهادة تأمين', it: 'Attestazione' },
				explanation: { fr: 'Donnée par votre assureur.' },
				refused: { fr: '' },
				groupCode: 'housing',
				level: 'on_request',
				drawing: 'certificate',
				source: 'demande du service',
				perPerson: false,
				sensitive: false,
				confirmed: false,
				active: true,
				hold: false
			}
		});
	});

	it.each([
		['label_fr', '', 'french-missing'],
		['explanation_fr', ' ', 'french-missing'],
		['source', '', 'source-missing'],
		['group', 'toys', 'choice-missing'],
		['level', 'always', 'choice-missing'],
		['drawing', 'toaster', 'choice-missing'],
		['refused_ar', 'x'.repeat(401), 'too-long']
	])('is refused when %s is "%s": %s', (field, value, rule) => {
		expect(readForm(kindForm, { ...typed, [field]: value })).toEqual({ errors: { [field]: rule } });
	});

	it('is shown with a picture of ours, drawn in two colours and light', () => {
		for (const name of [...KIND_DRAWINGS, ...REASON_DRAWINGS]) {
			const { sun, line } = drawings[name];
			expect(sun.length + line.length).toBeLessThan(2_000);
		}
	});
});
