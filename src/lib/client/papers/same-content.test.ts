import { expect, it } from 'vitest';
import { sendingIdOf } from './same-content.ts';

const PAPER = '0198c0de-0000-7000-8000-000000000001';

it('the same file chosen again for the same document has the same number, and only then', async () => {
	const file = new Blob(['avis']);
	const id = await sendingIdOf(file, PAPER);
	expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
	expect(await sendingIdOf(new Blob(['av', 'is']), PAPER)).toBe(id);
	expect(await sendingIdOf(new Blob(['avis!']), PAPER)).not.toBe(id);
	expect(await sendingIdOf(file, PAPER.replace(/1$/, '2'))).not.toBe(id);
});
