import type { LocalisedText } from '$lib/domain/localised.ts';

/** A text of a catalogue as the fields of its form, one a language. */
export function inLanguages(field: string, text: LocalisedText): Record<string, string> {
	return {
		[`${field}_fr`]: text.fr,
		[`${field}_en`]: text['en'] ?? '',
		[`${field}_ar`]: text['ar'] ?? ''
	};
}
