import { expect, test } from 'vitest';
import { RuleBroken } from '../errors.ts';
import {
	isSettingValue,
	SETTING_GROUPS,
	SETTING_KEYS,
	SETTINGS,
	settingValue,
	typedSetting
} from './settings.ts';

test('the head of service chooses one month or two, and nothing else', () => {
	expect(
		[0, 1, 2, 3, '1', null].map((value) => isSettingValue('reception_delay_months', value))
	).toEqual([false, true, true, false, false, false]);
	expect(settingValue('reception_delay_months', 2)).toBe(2);
	expect(() => settingValue('reception_delay_months', 6)).toThrow(RuleBroken);
});

test('every figure has a default that it may have, says where it comes from, and has its place', () => {
	for (const key of SETTING_KEYS) {
		expect(isSettingValue(key, SETTINGS[key].byDefault)).toBe(true);
		expect(SETTINGS[key].source).not.toBe('');
		expect(SETTING_GROUPS).toContain(SETTINGS[key].group);
	}
});

test('a delay that the law bounds may be shortened and not lengthened', () => {
	expect([1, 15, 16, 0].map((days) => isSettingValue('papers_deposit_days', days))).toEqual([
		true,
		true,
		false,
		false
	]);
	expect([31, 32].map((days) => isSettingValue('attestation_delay_days', days))).toEqual([
		true,
		false
	]);
});

test('what nobody knows may go back to unknown, what the law sets may not', () => {
	expect(typedSetting('abnormal_delay_months', ' ')).toBeNull();
	expect(typedSetting('abnormal_delay_months', '30')).toBe(30);
	expect(() => typedSetting('papers_deposit_days', '')).toThrow(RuleBroken);
	expect(typedSetting('mediation_address', ' 1 place Fictive, Nice ')).toBe(
		'1 place Fictive, Nice'
	);
});

test.each(['douze', '1.5', '-3', '1e2', '99999'])('%s is no number of months', (typed) => {
	expect(() => typedSetting('abnormal_delay_months', typed)).toThrow(RuleBroken);
});
