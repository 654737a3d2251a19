import { describe, expect, it } from 'vitest';
import { filterQuery, readFilter } from './review-queue.ts';

const read = (query: string) => readFilter(new URLSearchParams(query));

describe('the queue an agent asks for', () => {
	it('is the papers to check of all their counters unless they say other', () => {
		expect(read('')).toEqual({ list: 'to_check', counter: null, group: null });
	});

	it('is read from the address and written back', () => {
		const filter = read('liste=a-deposer&guichet=antibes&type=tax');
		expect(filter).toEqual({ list: 'to_deposit', counter: 'antibes', group: 'tax' });
		expect(filterQuery(filter)).toEqual({ liste: 'a-deposer', guichet: 'antibes', type: 'tax' });
	});

	it.each(['liste=toutes', 'type=toaster', 'guichet=../../etc', 'guichet=&type='])(
		'takes "%s" for nothing said',
		(query) => {
			expect(read(query)).toEqual({ list: 'to_check', counter: null, group: null });
		}
	);
});
