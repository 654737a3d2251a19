import { expect, test } from 'vitest';
import { papersKept } from './papers-kept.ts';

const read = (depositDays: number, graceDays: number) =>
	papersKept({ depositDays, graceDays }).replaceAll('\u00a0', ' ');

test('somebody reads how long their papers stay as the service set it', () => {
	expect(read(10, 7)).toContain('dossier national : 10 jours au plus.');
	expect(read(10, 7)).toContain('après la réponse (délai : 7 jours).');
});

test('a file that goes with its deposit is not said to stay', () => {
	expect(read(15, 0)).toContain('dossier national : 15 jours au plus.');
	expect(read(15, 0)).toContain('détruit dès le dépôt');
	expect(read(15, 0)).not.toContain('délai');
});
