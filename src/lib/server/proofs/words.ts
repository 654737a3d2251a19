import * as m from '../../paraglide/messages.js';
import { isLocale, type Locale } from '../../paraglide/runtime.js';
import type { Both } from './proof.ts';

type Message<Inputs> = (inputs: Inputs, options: { locale: Locale }) => string;

/** Says everything in French, and beside it in the language of the person. */
export type Words = {
	/** The language beside; null when the person reads French. */
	besideLanguage: Exclude<Locale, 'fr'> | null;
	both: <Inputs extends object>(
		message: Message<Inputs>,
		inputs: Inputs | ((locale: Locale) => Inputs)
	) => Both;
	/** The words of a code, as on the screens: a code without words comes back as it is. */
	code: (list: string, code: string) => Both;
};

// The key is only known at run time, so the typed functions are looked up by name.
const labels = m as unknown as Readonly<Record<string, Message<object> | undefined>>;

export function wordsFor(locale: string): Words {
	const besideLanguage = isLocale(locale) && locale !== 'fr' ? locale : null;
	const inEach = (say: (locale: Locale) => string): Both =>
		besideLanguage ? { fr: say('fr'), beside: say(besideLanguage) } : { fr: say('fr') };
	return {
		besideLanguage,
		both: (message, inputs) =>
			inEach((each) =>
				message(typeof inputs === 'function' ? inputs(each) : inputs, { locale: each })
			),
		code: (list, code) => inEach((each) => codeIn(list, code, each))
	};
}

/** The words of a code in one language. */
export function codeIn(list: string, code: string, locale: Locale): string {
	const key = `code_${list}_${code}`.replaceAll('-', '_');
	return Object.hasOwn(labels, key) ? (labels[key]?.({}, { locale }) ?? code) : code;
}

/** A text that is the same in every language: a name, an address. */
export const plain = (text: string): Both => ({ fr: text });
