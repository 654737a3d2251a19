import { expect, test } from 'vitest';
import { inWorkSlot } from './work-slots.ts';

test('a storm of sign-ins runs a few at a time, in order, and whoever comes too late is told at once', async () => {
	const started: number[] = [];
	let running = 0;
	let most = 0;
	const storm = Array.from({ length: 300 }, (_, rank) =>
		inWorkSlot(async () => {
			started.push(rank);
			most = Math.max(most, ++running);
			await new Promise((resolve) => setImmediate(resolve));
			running--;
		})
	);
	const answers = await Promise.all(storm);
	expect(most).toBeLessThanOrEqual(5);
	expect(started).toEqual(started.toSorted((a, b) => a - b));
	expect(answers.filter((answer) => answer === 'busy')).toHaveLength(300 - started.length);
	expect(answers.at(-1)).toBe('busy');
});

test('a sign-in that fails gives its place back', async () => {
	for (let done = 0; done < 20; done++) {
		const failing = inWorkSlot(() => Promise.reject(new Error('lost')));
		await expect(failing).rejects.toThrow('lost');
	}
	expect(await inWorkSlot(() => Promise.resolve('served'))).toBe('served');
});
