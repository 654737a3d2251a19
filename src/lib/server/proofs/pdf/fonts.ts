import { createRequire } from 'node:module';

const resolve = createRequire(import.meta.url).resolve;
const ATKINSON = '@expo-google-fonts/atkinson-hyperlegible-next';
const PLEX = '@expo-google-fonts/ibm-plex-sans';
const PLEX_ARABIC = '@expo-google-fonts/ibm-plex-sans-arabic';

/**
 * The faces of a printed document, whole (what the screens load is a subset, and compressed for browsers), under the
 * SIL Open Font License. Of the Arabic faces tried, IBM Plex Sans Arabic is the one whose letters keep their identity
 * in the file: others share one glyph between ba, ta and tha, and a text copied from the document is then wrong. Its
 * sister sets Ukrainian, whose letters Atkinson does not have.
 */
export const FONT_FILES = {
	regular: `${ATKINSON}/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf`,
	bold: `${ATKINSON}/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf`,
	cyrillic: `${PLEX}/400Regular/IBMPlexSans_400Regular.ttf`,
	cyrillicBold: `${PLEX}/700Bold/IBMPlexSans_700Bold.ttf`,
	arabic: `${PLEX_ARABIC}/400Regular/IBMPlexSansArabic_400Regular.ttf`,
	arabicBold: `${PLEX_ARABIC}/700Bold/IBMPlexSansArabic_700Bold.ttf`
} as const;

export type FontName = keyof typeof FONT_FILES;

/** Where the file of a face is on this machine. */
export function fontFile(name: FontName): string {
	return resolve(FONT_FILES[name]);
}
