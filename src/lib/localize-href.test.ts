import { expect, test } from 'vitest';
import { deLocalizeHref, localizeHref } from './localize-href.ts';
import {
	deLocalizeHref as deLocalizeByParaglide,
	locales,
	localizeHref as localizeByParaglide,
	overwriteGetLocale
} from './paraglide/runtime.js';

const ADDRESSES = [
	'/',
	'/ar',
	'/ar/',
	'/guide',
	'/guide/cotation',
	'/ar/guide/cotation',
	'/fr/guide',
	'/arabe',
	'/frais',
	'/espace/pieces?suite=%2Fespace#contenu',
	'/ar?motif=x',
	'/uk#contenu',
	'/?taille=grande',
	'/rendez-vous?motif=enregistrement&guichet=antibes&apres=2026-12-01T09:30',
	'/agent/demandes/0190a0b0-0000-7000-8000-000000000001',
	"/recherche?q=l'attestation",
	'/recherche?q="logement"',
	'/recherche?q=où habiter',
	'/recherche?q=<b>',
	'/guichets/Saint-Cézaire',
	'/guide/../espace',
	'/guide/./pieces',
	'/guide//pieces',
	'/guide/',
	'/calendrier/x.ics',
	'//ailleurs.test/guide',
	'https://ailleurs.test/guide?x=1',
	'mailto:guichet@exemple.test',
	'tel:+33493000000',
	'#contenu',
	'?page=2',
	'guide'
];

test.each(ADDRESSES)('%s is the address that Paraglide says, in every language', (address) => {
	for (const reader of locales) {
		overwriteGetLocale(() => reader);
		expect(localizeHref(address), reader).toBe(localizeByParaglide(address));
		for (const locale of locales)
			expect(localizeHref(address, { locale }), `${reader} ${locale}`).toBe(
				localizeByParaglide(address, { locale })
			);
		expect(deLocalizeHref(address), reader).toBe(deLocalizeByParaglide(address));
	}
});
