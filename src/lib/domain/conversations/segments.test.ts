import { describe, expect, it } from 'vitest';
import { segmentsOf } from './segments.ts';

const ORIGIN = 'https://logement.example.fr';
const links = (body: string) => segmentsOf(body, ORIGIN).filter(({ path }) => path !== null);

describe('a message that names an address', () => {
	it('links to a page of ours, without the full stop that ends the sentence', () => {
		const body = `Envoyez-la ici : ${ORIGIN}/espace/pieces. Merci !`;
		expect(links(body)).toEqual([{ text: `${ORIGIN}/espace/pieces`, path: '/espace/pieces' }]);
	});

	it.each([
		'https://example.fr/espace/pieces',
		'http://logement.example.fr/espace',
		'https://logement.example.fr.evil.test/espace',
		'https://logement.example.fr@evil.test/espace',
		'https://logement.example.fr:8443/espace',
		'https://user@logement.example.fr/espace',
		'javascript:alert(1)',
		'https://',
		'//logement.example.fr/espace'
	])('leaves %s as text', (address) => {
		expect(links(`Voir ${address} vite`)).toEqual([]);
	});

	it('loses no character of it', () => {
		const body = `a ${ORIGIN}/x, b https://evil.test/y c\n${ORIGIN}/z`;
		const whole = segmentsOf(body, ORIGIN).map(({ text }) => text);
		expect(whole.join('')).toBe(body);
		expect(segmentsOf('', ORIGIN)).toEqual([]);
	});
});
