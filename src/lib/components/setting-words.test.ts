import { expect, test } from 'vitest';
import { DELAY_KINDS, DELAYS, lengthSaid } from '../domain/delays/delays.ts';
import type { SettingKey, SettingUnit } from '../domain/settings/settings.ts';
import { durationWords, lengthWords } from './setting-words.ts';

const read = (key: SettingKey, count: number, unit: SettingUnit) =>
	lengthWords(key, count, unit).replaceAll('\u00a0', ' ');

test('an agent reads the attestation in the settings as the law says it: a month, or the days of the service', () => {
	expect(read('attestation_delay_days', 31, 'days')).toBe('1 mois');
	expect(read('attestation_delay_days', 30, 'days')).toBe('30 jours');
});

test('the settings and the screens of delays say each delay in the same words', () => {
	for (const kind of DELAY_KINDS) {
		const { setting, unit } = DELAYS[kind];
		for (const count of [1, 2, 15, 31]) {
			const said = lengthSaid(kind, count);
			expect(lengthWords(setting, count, unit)).toBe(durationWords(said.length!, said.unit));
		}
	}
});

test('what is no delay of the law keeps its own unit', () => {
	expect(read('paper_grace_days', 31, 'days')).toBe('31 jours');
	expect(read('step_lease_weeks', 6, 'weeks')).toBe('6 semaines');
});
