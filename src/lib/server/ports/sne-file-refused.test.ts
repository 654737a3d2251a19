import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SneFileRefused } from './sne-file-refused.ts';
import type { SneRefusal } from './sne-file-refused.ts';
import { SNE_FILE_BYTES_MAX } from './sne-file-text.ts';
import { readSneFile } from './sne-file.ts';

const samples = new URL('../../../../tests/support/sne/', import.meta.url);
const file = (name: string): Uint8Array => readFileSync(new URL(name, samples));
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const minimal = new TextDecoder().decode(file('demande-minimale.xml'));
const minimalWith = (from: string | RegExp, to: string): Uint8Array =>
	bytes(minimal.replace(from, to));

function refusalOf(content: Uint8Array): SneFileRefused {
	try {
		readSneFile(content);
	} catch (error) {
		if (error instanceof SneFileRefused) return error;
		throw error;
	}
	throw new Error('the file was taken');
}

describe('an agent imports something else, and it is refused by name', () => {
	const cases: [string, SneRefusal, Uint8Array][] = [
		['an empty file', 'empty', bytes('')],
		['a file of blanks', 'empty', bytes(' \n\t ')],
		['plain text', 'not-xml', bytes('Bonjour, voici ma demande.')],
		['a PDF', 'encoding', Uint8Array.from([0x25, 0x50, 0x44, 0x46, 0xe2, 0xe3, 0xcf, 0xd3])],
		['malformed XML', 'not-xml', file('demande-malformee.xml')],
		['a file cut in the middle', 'not-xml', file('demande-complete.xml').subarray(0, 2000)],
		['two roots', 'not-xml', bytes(`${minimal}<autre/>`)],
		['an undefined entity', 'not-xml', minimalWith('Okafor', '&rire;')],
		['an undeclared prefix', 'not-xml', minimalWith(/demandeur>/g, 'zz:demandeur>')],
		['entities in cascade', 'doctype', file('demande-entites-en-cascade.xml')],
		['an external entity', 'doctype', file('demande-entite-externe.xml')],
		[
			'an external DTD',
			'doctype',
			minimalWith('?>', '?><!DOCTYPE i SYSTEM "http://exemple.test/a">')
		],
		['another root', 'not-sne', file('autre-racine.xml')],
		[
			'the right root in another namespace',
			'not-sne',
			minimalWith('nuu.application.i2', 'exemple.test')
		],
		['a web page', 'not-sne', file('page-web.html')],
		['a drawing', 'not-sne', bytes('<svg xmlns="http://www.w3.org/2000/svg"><path d=""/></svg>')],
		['Latin-1 bytes said to be UTF-8', 'encoding', minimalBytesWithLatin1()],
		['an unknown encoding', 'encoding', minimalWith('UTF-8', 'UTF-7')],
		['a file over 5 MB', 'too-large', new Uint8Array(SNE_FILE_BYTES_MAX + 1).fill(0x20)],
		[
			'a well of elements',
			'too-complex',
			minimalWith('<demande>', `${'<a>'.repeat(100_000)}<demande>`)
		],
		[
			'a flood of elements',
			'too-complex',
			minimalWith('<demande>', `${'<a/>'.repeat(100_000)}<demande>`)
		],
		[
			'a flood of attributes',
			'too-complex',
			minimalWith('<demande>', `<demande ${manyAttributes()}>`)
		],
		['no request', 'no-request', bytes('<interfaceNuu/>')],
		['two requests', 'several-requests', minimalWith('</demande>', '<demandeLogement/></demande>')],
		['no person', 'no-person', minimalWith(/<personnePhysique>.*<\/personnePhysique>/s, '')],
		['a person without a name', 'no-person', minimalWith('Okafor', ' \u200b ')],
		['no number', 'no-number', file('demande-sans-numero.xml')],
		['a number too short', 'bad-number', minimalWith('006102600000106A02', '00610260000010')],
		['a number of month 13', 'bad-number', minimalWith('006102600000106A02', '006132600000106A02')],
		['no creation date', 'no-creation-date', minimalWith('2026-10-05', '')],
		['a creation date that does not exist', 'bad-date', minimalWith('2026-10-05', '2026-02-30')],
		['a creation date in French order', 'bad-date', minimalWith('2026-10-05', '05/10/2026')],
		[
			'an impossible birth date',
			'bad-date',
			minimalWith('</demandeur>', '<dateNaissance>1989-13-01</dateNaissance></demandeur>')
		]
	];

	it.each(cases)('%s: %s', (_, reason, content) => {
		expect(refusalOf(content).reason).toBe(reason);
	});

	it('in one line that says what to do and holds no personal value', () => {
		for (const [, , content] of cases) {
			const { message } = refusalOf(content);
			expect(message).toMatch(/^[^\n]{30,220}$/);
			expect(message).not.toMatch(/Okafor|006102600000106A02|1989/);
		}
	});
});

describe('a damaged file', () => {
	const complete = file('demande-complete.xml');

	it('is read or refused by name, and never breaks the reader', () => {
		const damage = fc.record({
			at: fc.nat(complete.length - 1),
			gone: fc.nat(400),
			put: fc.uint8Array({ maxLength: 12 })
		});
		fc.assert(
			fc.property(damage, ({ at, gone, put }) => {
				const damaged = Buffer.concat([
					complete.subarray(0, at),
					put,
					complete.subarray(at + gone)
				]);
				try {
					expect(readSneFile(damaged).uniqueNumber).toHaveLength(18);
				} catch (error) {
					expect(error).toBeInstanceOf(SneFileRefused);
				}
			}),
			{ numRuns: 300 }
		);
	});
});

function minimalBytesWithLatin1(): Uint8Array {
	return Buffer.from(minimal.replace('Okafor', 'Lefèvre'), 'latin1');
}

function manyAttributes(): string {
	return Array.from({ length: 30_000 }, (_, rank) => `a${rank}=""`).join(' ');
}
