import { expect, it } from 'vitest';
import { paperAlarms } from './paper-alarms.ts';

const well = { answers: true, version: '1.4', outdated: false };
const absent = { answers: false, why: 'antivirus-absent' };
const never = { answers: false, why: 'no-antivirus' };

it.each([
	['nothing, when all is well', 0, well, false, []],
	['nothing, before the first look', 0, null, false, []],
	['papers that lost their content, first of all', 1, absent, false, ['lost', 'away']],
	['an antivirus that does not answer, waiver or not', 0, absent, true, ['away']],
	['signatures that are old', 0, { ...well, outdated: true }, false, ['outdated']],
	['a site without antivirus', 0, never, false, ['none']],
	['nothing of a site that accepted it in writing', 0, never, true, []]
])('agents are told of %s', (_what, lost, antivirus, isWaived, alarms) => {
	expect(paperAlarms({ lost, antivirus, isWaived })).toEqual(alarms);
});
