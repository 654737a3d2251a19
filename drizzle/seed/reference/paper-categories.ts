import {
	PAPER_CATEGORIES,
	type PaperCategoryCode
} from '../../../src/lib/domain/documents/categories.ts';
import type { paperCategory } from '../../../src/lib/server/db/schema/documents.ts';
import { drawingOf } from './paper-looks.ts';
import { ar } from './paper-texts/ar.ts';
import { en } from './paper-texts/en.ts';
import { fr } from './paper-texts/fr.ts';
import { ar as refusedAr } from './refused-texts/ar.ts';
import { en as refusedEn } from './refused-texts/en.ts';
import { fr as refusedFr } from './refused-texts/fr.ts';

/** For each paper: its name, and one sentence that says what it is. Every code, or it does not compile. */
export type PaperTexts = Readonly<
	Record<PaperCategoryCode, readonly [label: string, explanation: string]>
>;

/** The catalogue as rows: the rules of the domain's list, our words, and the order of the list. */
export function paperCategories(): (typeof paperCategory.$inferInsert)[] {
	return PAPER_CATEGORIES.map(
		({ code, group, level, perPerson, sensitive, source, confirmed }, index) => ({
			code,
			groupCode: group,
			level,
			perPerson,
			sensitive,
			label: { fr: fr[code][0], en: en[code][0], ar: ar[code][0] },
			explanation: { fr: fr[code][1], en: en[code][1], ar: ar[code][1] },
			refused: refusedTexts(code),
			drawing: drawingOf(code, group),
			source,
			confirmed,
			position: index + 1
		})
	);
}

function refusedTexts(code: PaperCategoryCode) {
	const [french, english, arabic] = [refusedFr[code], refusedEn[code], refusedAr[code]];
	return { fr: french ?? '', ...(english && { en: english }), ...(arabic && { ar: arabic }) };
}
