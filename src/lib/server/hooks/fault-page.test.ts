import { describe, expect, test } from 'vitest';
import { locales, overwriteGetLocale } from '../../paraglide/runtime.js';
import { faultPage } from './fault-page.ts';

const SENTENCES = {
	fr: 'Ce n’est pas votre faute.',
	en: 'Something is wrong on our side.',
	ar: 'هناك مشكلة من جهتنا.',
	it: 'Il problema è nostro.',
	pt: 'O problema é nosso.',
	uk: 'Це наша помилка.'
};

describe('the page of last resort', () => {
	test.each(locales)('speaks first to somebody who reads %s, and says nothing twice', (locale) => {
		overwriteGetLocale(() => locale);
		const page = faultPage('1a2b3c4d', '/forms.js');
		const direction = locale === 'ar' ? 'rtl' : 'ltr';
		expect(page).toContain(`<html lang="${locale}" dir="${direction}">`);
		const main = /<main.*<\/main>/s.exec(page)![0].replace(/\s+/g, ' ');
		const at = (language: keyof typeof SENTENCES) => main.indexOf(SENTENCES[language]);
		for (const language of ['fr', 'en', 'ar'] as const) {
			expect(main.split(SENTENCES[language]), language).toHaveLength(2);
			expect(at(language), language).toBeGreaterThanOrEqual(at(locale));
		}
		expect(main.split(SENTENCES[locale])).toHaveLength(2);
		expect(main).not.toContain(`<p lang="${locale}"`);
		expect(main).toContain('1a2b3c4d');
	});

	test('leads to the guide in the reader’s language, which opens without the database', () => {
		overwriteGetLocale(() => 'pt');
		expect(faultPage('1a2b3c4d', '/forms.js')).toContain('<a href="/pt/guide">');
		overwriteGetLocale(() => 'fr');
		expect(faultPage('1a2b3c4d', '/forms.js')).toContain('<a href="/guide">');
	});

	test('leaves nothing of SvelteKit’s own marks', () => {
		expect(faultPage('1a2b3c4d', '/forms.js')).not.toMatch(/%sveltekit|<!--script-->/);
	});
});
