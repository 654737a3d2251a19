import { describe, expect, it } from 'vitest';
import { RuleBroken } from '../errors.ts';
import { checkTemplate, fillTemplate } from './templates.ts';

const VALUES = {
	prenom: 'Nour',
	agent: 'Camille',
	'lien-pieces': 'https://exemple.fr/espace/pieces',
	'lien-rendez-vous': 'https://exemple.fr/rendez-vous',
	'lien-demande': 'https://exemple.fr/espace'
};

describe('an agent who takes a template', () => {
	it('finds its blanks filled', () => {
		expect(fillTemplate('Bonjour {prenom},\n{lien-pieces}\n{agent}', VALUES)).toBe(
			'Bonjour Nour,\nhttps://exemple.fr/espace/pieces\nCamille'
		);
	});

	it('finds no hole where the first name is not known', () => {
		expect(fillTemplate('Bonjour {prenom}, merci', { ...VALUES, prenom: '' })).toBe(
			'Bonjour, merci'
		);
	});

	it('finds what a value holds as it is, also when it looks like a blank', () => {
		expect(fillTemplate('{prenom} {agent}', { ...VALUES, prenom: '{agent}' })).toBe(
			'{agent} Camille'
		);
	});
});

describe('the head of service who edits a template', () => {
	const check = (title: string, texts: Record<string, string>) => {
		try {
			return checkTemplate({ title, texts });
		} catch (cause) {
			return cause instanceof RuleBroken
				? `${cause.rule} ${cause.facts['blank'] ?? ''}`.trim()
				: '';
		}
	};

	it('keeps the languages that say something', () => {
		expect(check(' Papier  ', { fr: 'Bonjour', en: ' ', ar: 'مرحبا' })).toEqual({
			title: 'Papier',
			texts: { fr: 'Bonjour', ar: 'مرحبا' }
		});
	});

	it('is told what is wrong', () => {
		expect(check('', { fr: 'Bonjour' })).toBe('template-title');
		expect(check('Papier', { en: 'Hello' })).toBe('template-text');
		expect(check('Papier', { fr: 'a'.repeat(2_001) })).toBe('template-too-long');
		expect(check('Papier', { fr: 'Bonjour {nom}' })).toBe('template-blank nom');
	});
});
