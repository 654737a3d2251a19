const TAG: Readonly<Record<string, string>> = { fr: 'fr-FR', en: 'en-GB', ar: 'ar-u-nu-latn' };

/** "450 ko", "2,3 Mo": decimal units, as phones count. */
export function sizeInWords(bytes: number, locale: string): string {
	const large = bytes >= 1_000_000;
	return new Intl.NumberFormat(TAG[locale] ?? locale, {
		style: 'unit',
		unit: large ? 'megabyte' : 'kilobyte',
		maximumFractionDigits: large ? 1 : 0
	}).format(large ? bytes / 1_000_000 : Math.max(1, bytes / 1_000));
}
