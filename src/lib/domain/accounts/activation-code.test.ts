import { expect, test } from 'vitest';
import { groupCode, normaliseCode } from './activation-code.ts';

test.each([
	'4827159370462815',
	'4827 1593 7046 2815',
	' 4827-1593-7046-2815 ',
	'٤٨٢٧ ١٥٩٣ ٧٠٤٦ ٢٨١٥'
])('an applicant may type the code as %s', (typed) =>
	expect(normaliseCode(typed)).toBe('4827159370462815')
);

test.each(['', '4827 1593 7046', '4827 1593 7046 28155', '4827 1593 7046 28I5'])(
	'%j is not a code',
	(typed) => expect(normaliseCode(typed)).toBeNull()
);

test('an agent reads the code in four groups', () => {
	expect(groupCode('4827159370462815')).toBe('4827 1593 7046 2815');
});
