import { expect, test } from 'vitest';
import { keep, partAt, placeOf, type KeptPart } from './kept-parts.ts';

const part = (text: string): KeptPart => ({ bytes: Buffer.from(text), classes: '', kind: '#0' });
const numberIn = (mark: string) => Number(/\d+/.exec(mark)![0]);

test('what one page wrote stands in the next one', () => {
	const { opens, part: none } = placeOf('menu fr');
	expect(none).toBeNull();
	keep(numberIn(opens), part('<nav>'));
	const again = placeOf('menu fr');
	expect(String(again.part!.bytes)).toBe('<nav>');
	expect(String(partAt(numberIn(again.stead)).bytes)).toBe('<nav>');
	expect(placeOf('menu ar').part).toBeNull();
});

test('memory has a limit: what nobody asks for any more goes, what is asked for stays', () => {
	const keepOne = (name: string) => {
		const { opens, part: known } = placeOf(name);
		if (!known) keep(numberIn(opens), part('x'.repeat(1_000_000)));
		return known;
	};
	keepOne('asked for');
	keepOne('forgotten');
	for (let at = 0; at < 100; at += 1) {
		keepOne(`other ${at}`);
		expect(keepOne('asked for'), `after ${at}`).not.toBeNull();
	}
	expect(keepOne('forgotten')).toBeNull();
});

test('a page that is on its way still finds what it names when others have filled the memory', () => {
	const { opens } = placeOf('on its way');
	keep(numberIn(opens), part('here'));
	const { stead } = placeOf('on its way');
	const { opens: large } = placeOf('large');
	keep(numberIn(large), part('x'.repeat(17_000_000)));
	placeOf('the next');
	expect(String(partAt(numberIn(stead)).bytes)).toBe('here');
});
