import { describe, expect, it } from 'vitest';
import { mayBeShown, SCAN_VERDICTS, verdictOnAll } from './paper-codes.ts';

describe('the verdict on a paper of several files', () => {
	it('is that of the least sure one', () => {
		expect(verdictOnAll(['clean', 'clean'])).toBe('clean');
		expect(verdictOnAll(['clean', 'unscanned_accepted'])).toBe('unscanned_accepted');
		expect(verdictOnAll(['unscanned_accepted', 'waiting', 'clean'])).toBe('waiting');
		expect(verdictOnAll(['clean', 'infected', 'waiting'])).toBe('infected');
	});

	it('is still awaited when there is no file', () => {
		expect(verdictOnAll([])).toBe('waiting');
	});
});

it('a paper is shown once it is clean, or accepted unscanned in writing, and never else', () => {
	expect(SCAN_VERDICTS.filter(mayBeShown)).toEqual(['clean', 'unscanned_accepted']);
});
