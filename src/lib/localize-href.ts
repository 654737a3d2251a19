import {
	baseLocale,
	deLocalizeHref as deLocalizeAny,
	getLocale,
	isLocale,
	localizeHref as localizeAny,
	type Locale
} from './paraglide/runtime.js';

/** An address of this site, from its root, in plain letters: what nearly every link of a page is. */
const OURS = /^\/(?!\/)[\w./~@:-]*(?=$|[?#])/;

/**
 * The address of a page in a language, as Paraglide's own `localizeHref` says it, without making two `URL` objects for
 * each link: a page has fifty. What is not an address of this site goes to Paraglide's.
 * @param href from the root of the site, in whatever language
 * @param options the language, when it is not the reader's
 */
export function localizeHref(href: string, options?: { locale?: Locale }): string {
	if (!isPlain(href)) return localizeAny(href, options);
	const locale = options?.locale ?? getLocale();
	if ((languageOf(href) ?? baseLocale) === locale) return href;
	const bare = withoutLanguage(href);
	return locale === baseLocale ? bare : `/${locale}${bare}`;
}

/** The same address without its language, as Paraglide's `deLocalizeHref` says it. */
export function deLocalizeHref(href: string): string {
	return isPlain(href) ? withoutLanguage(href) : deLocalizeAny(href);
}

/** Whether `URL` would leave it as it is: no dots to resolve, no empty part, nothing after it to encode. */
function isPlain(href: string): boolean {
	const path = OURS.exec(href)?.[0];
	if (path === undefined || /\/[./]|.\/$/.test(path)) return false;
	return !/[^!$%&()*+,\-./\w:;=?@[\]~#]/.test(href.slice(path.length));
}

/** The language an address begins with; none begins with the one that the site is written in. */
function languageOf(href: string): Locale | null {
	const first = href.slice(1).split(/[/?#]/, 1)[0]!;
	return isLocale(first) ? first : null;
}

/** "/ar/guide" is "/guide", "/ar?motif=x" is "/?motif=x". */
function withoutLanguage(href: string): string {
	const language = languageOf(href);
	if (language === null) return href;
	const rest = href.slice(language.length + 1);
	return rest.startsWith('/') ? rest : `/${rest}`;
}
