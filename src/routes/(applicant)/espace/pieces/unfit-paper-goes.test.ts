import { expect, test } from 'vitest';
import { unfitPaperGoes } from './unfit-paper-goes.ts';

const read = (graceDays: number) => unfitPaperGoes(graceDays).replaceAll('\u00a0', ' ');

test('somebody reads after how many days a paper that will not do goes, as the service set it', () => {
	expect(read(1)).toContain('1 jour après la réponse');
	expect(read(7)).toContain('7 jours après la réponse');
});

test('a paper that goes with the answer is not said to stay', () => {
	expect(read(0)).toContain('dès la réponse');
	expect(read(0)).not.toMatch(/\d|jour/);
});
