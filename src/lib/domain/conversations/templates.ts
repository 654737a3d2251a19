import { RuleBroken } from '../errors.ts';
import type { LocalisedText } from '../localised.ts';
import { cleanBody, MESSAGE_LENGTH } from './body.ts';

/** What a template may hold between braces, filled in when an agent takes it. */
export const TEMPLATE_BLANKS = [
	'prenom',
	'agent',
	'lien-pieces',
	'lien-rendez-vous',
	'lien-demande'
] as const;
export type TemplateBlank = (typeof TEMPLATE_BLANKS)[number];
export type TemplateValues = Readonly<Record<TemplateBlank, string>>;

export const TEMPLATE_TITLE_LENGTH = 80;

const BLANK = /\{([a-z-]+)\}/g;
const isBlank = (name: string): name is TemplateBlank =>
	(TEMPLATE_BLANKS as readonly string[]).includes(name);

/** A template with its blanks filled. A value that is empty leaves no double space behind. */
export function fillTemplate(text: string, values: TemplateValues): string {
	const filled = text.replace(BLANK, (whole, name: string) =>
		isBlank(name) ? values[name] : whole
	);
	return filled.replace(/[^\S\n]{2,}/g, ' ').replace(/[^\S\n]+([,.])/g, '$1');
}

/**
 * A template as it is kept: a title for staff, a text in French, texts in other languages where somebody wrote one.
 * @throws RuleBroken `template-title`, `template-text`, `template-too-long` (facts: locale), `template-blank`
 * (facts: locale, blank) when it names a blank that does not exist
 */
export function checkTemplate(typed: { title: string; texts: Readonly<Record<string, string>> }): {
	title: string;
	texts: LocalisedText;
} {
	const title = cleanBody(typed.title).replace(/\n/g, ' ').trim();
	if (!title || title.length > TEMPLATE_TITLE_LENGTH) {
		throw new RuleBroken('template-title', { most: TEMPLATE_TITLE_LENGTH });
	}
	const texts = Object.entries(typed.texts)
		.map(([locale, text]) => [locale, cleanBody(text)] as const)
		.filter(([, text]) => text !== '');
	for (const [locale, text] of texts) checkText(locale, text);
	const { fr, ...others } = Object.fromEntries(texts);
	if (!fr) throw new RuleBroken('template-text');
	return { title, texts: { fr, ...others } };
}

function checkText(locale: string, text: string): void {
	// Room for what fills the blanks.
	const most = MESSAGE_LENGTH / 2;
	if (text.length > most) throw new RuleBroken('template-too-long', { locale, most });
	for (const [, blank = ''] of text.matchAll(BLANK)) {
		if (!isBlank(blank)) throw new RuleBroken('template-blank', { locale, blank });
	}
}
