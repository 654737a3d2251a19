import { describe, expect, it } from 'vitest';
import { SCHEDULE } from './schedule.ts';

/** The hours of a cron line: a list of hours and of spans of hours. */
function hoursOf(cron: string): number[] {
	return cron
		.split(' ')[1]!
		.replace('*', '0-23')
		.split(',')
		.flatMap((part) => {
			const [from, until = from] = part.split('-').map(Number);
			return Array.from({ length: until! - from! + 1 }, (_, index) => from! + index);
		});
}

describe('what the service does by itself', () => {
	it.each(SCHEDULE.filter(({ cron }) => !cron.startsWith('* * ')))(
		'$queue is never planned in the hour that comes twice or not at all',
		({ cron }) => {
			const hours = hoursOf(cron);
			expect(hours.length).toBeGreaterThan(0);
			expect(hours).not.toContain(2);
		}
	);

	it('sends what was just asked for at every minute of the night too', () => {
		const every = SCHEDULE.filter(({ cron }) => cron === '* * * * *').map(({ queue }) => queue);
		expect(every).toEqual(['send-messages', 'prepare-papers']);
	});
});
