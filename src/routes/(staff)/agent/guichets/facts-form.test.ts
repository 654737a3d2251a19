import { describe, expect, it } from 'vitest';
import { readFacts } from './facts-form.ts';

function form(fields: Record<string, string>): FormData {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields)) data.set(name, value);
	return data;
}

describe('an agent who fills the sheet of a counter', () => {
	it('gives facts, each with its own confirmation; what is left empty is not known', () => {
		const read = readFacts(form({ phone: ' 04 93 00 00 00 ', 'phone-confirme': 'oui', hours: '' }));
		expect(read.facts?.phone).toEqual({ value: '04 93 00 00 00', confirmed: true });
		expect(read.facts?.hours).toEqual({ value: null, confirmed: false });
	});

	it('learns of everything that is wrong at once, and keeps what was typed', () => {
		const read = readFacts(
			form({ phone: 'demain', email: 'x', 'hours-confirme': 'oui', address: "1' rue %_\\" })
		);
		expect(read.facts).toBeUndefined();
		expect(read.errors).toEqual({
			phone: 'counter-fact-not-of-its-kind',
			email: 'counter-fact-not-of-its-kind',
			hours: 'counter-fact-confirmed-without-value'
		});
		expect(read.typed.phone.value).toBe('demain');
		expect(read.typed.address.value).toBe("1' rue %_\\");
	});
});
