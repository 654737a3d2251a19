import { describe, expect, it } from 'vitest';
import { initials } from './initials.ts';
import { motiveForm, readForm, settingsForm } from './settings.ts';

describe('a counter chooses its settings', () => {
	const typed = {
		reminderMinutes: ['180', '10080'],
		cancelUntilMinutes: '60',
		alertWithinDays: '14'
	};

	it('with the earliest reminder first', () => {
		expect(readForm(settingsForm, typed)).toEqual({
			value: { reminderMinutes: [10080, 180], cancelUntilMinutes: 60, alertWithinDays: 14 }
		});
	});

	it('without any reminder', () => {
		expect(readForm(settingsForm, { ...typed, reminderMinutes: [] })).toMatchObject({
			value: { reminderMinutes: [] }
		});
	});

	it.each([
		[
			'a limit above seven days',
			{ cancelUntilMinutes: '10081' },
			{ cancelUntilMinutes: 'number-wrong' }
		],
		['an alert within no day', { alertWithinDays: '0' }, { alertWithinDays: 'number-wrong' }],
		['a reminder of its own', { reminderMinutes: ['17'] }, { reminderMinutes: 'number-wrong' }],
		['a number with a comma', { alertWithinDays: '1,5' }, { alertWithinDays: 'number-wrong' }],
		['an unknown field', { feedHash: 'x' }, { form: 'unknown' }]
	])('but not %s', (_, others, errors) => {
		expect(readForm(settingsForm, { ...typed, ...others })).toEqual({ errors });
	});
});

describe('the head of service changes a motive', () => {
	const typed = {
		durationMinutes: '30',
		stepMinutes: '15',
		bufferBeforeMinutes: '0',
		bufferAfterMinutes: '5',
		minimumNoticeMinutes: '120',
		horizonDays: '60',
		maxPerDayAndDesk: '',
		bookableBy: 'applicant',
		channels: ['on_site'],
		bring_fr: 'Une pièce d’identité',
		bring_en: '',
		bring_ar: ''
	};

	it('without limit a day when the field is empty, unconfirmed when the box is not ticked', () => {
		expect(readForm(motiveForm, typed)).toMatchObject({
			value: {
				maxPerDayAndDesk: null,
				onSite: true,
				byTelephone: false,
				bring: { fr: 'Une pièce d’identité' },
				confirmed: false
			}
		});
	});

	it.each([
		['four minutes', { durationMinutes: '4' }, { durationMinutes: 'number-wrong' }],
		['no way of receiving', { channels: [] }, { channels: 'channel-missing' }],
		['nobody', { bookableBy: 'nobody' }, { bookableBy: 'choice-missing' }],
		['more than a year ahead', { horizonDays: '367' }, { horizonDays: 'number-wrong' }]
	])('but not to %s', (_, others, errors) => {
		expect(readForm(motiveForm, { ...typed, ...others })).toEqual({ errors });
	});
});

describe('a person in a calendar that leaves our hands', () => {
	it.each([
		['Amina', 'Haddad', 'A. H.'],
		[' élodie', 'de Sousa', 'É. D.'],
		[null, 'Haddad', '?. H.'],
		['', null, '?. ?.']
	])('%s %s is %s', (first, last, said) => {
		expect(initials(first, last)).toBe(said);
	});
});
