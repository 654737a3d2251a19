import { expect, test } from 'vitest';
import { RuleBroken } from '../errors.ts';
import { isSettingValue, SETTING_KEYS, SETTINGS, settingValue } from './settings.ts';

test('the head of service chooses one month or two, and nothing else', () => {
	expect(
		[0, 1, 2, 3, '1', null].map((value) => isSettingValue('reception_delay_months', value))
	).toEqual([false, true, true, false, false, false]);
	expect(settingValue('reception_delay_months', 2)).toBe(2);
	expect(() => settingValue('reception_delay_months', 6)).toThrow(RuleBroken);
});

test('every figure has a default that may be chosen, and says where it comes from', () => {
	for (const key of SETTING_KEYS) {
		expect(isSettingValue(key, SETTINGS[key].byDefault)).toBe(true);
		expect(SETTINGS[key].source).not.toBe('');
	}
});
