import type { LetterField, LetterSlug } from '$lib/domain/guide/letters.ts';
import * as m from '$lib/paraglide/messages.js';

type Words = () => string;

export const LETTER_TITLES: Record<LetterSlug, Words> = {
	renonciation: m.letters_renunciation,
	rectification: m.letters_rectification,
	adresse: m.letters_address,
	'contester-radiation': m.letters_contest_striking,
	'contester-decision': m.letters_contest_decision
};

export const LETTER_TEXTS: Record<LetterSlug, Words> = {
	renonciation: m.letters_renunciation_text,
	rectification: m.letters_rectification_text,
	adresse: m.letters_address_text,
	'contester-radiation': m.letters_contest_striking_text,
	'contester-decision': m.letters_contest_decision_text
};

export const FIELD_LABELS: Record<LetterField, Words> = {
	nom: m.letters_field_nom,
	adresse: m.letters_field_adresse,
	numero: m.letters_field_numero,
	ville: m.letters_field_ville,
	date: m.letters_field_date,
	naissance: m.letters_field_naissance,
	telephone: m.letters_field_telephone,
	faux: m.letters_field_faux,
	juste: m.letters_field_juste,
	date_changement: m.letters_field_date_changement,
	nouvelle_adresse: m.letters_field_nouvelle_adresse,
	date_decision: m.letters_field_date_decision,
	raison: m.letters_field_raison
};
