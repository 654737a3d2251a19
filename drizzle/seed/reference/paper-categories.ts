import {
	PAPER_CATEGORIES,
	type PaperCategoryCode
} from '../../../src/lib/domain/documents/categories.ts';
import type { paperCategory } from '../../../src/lib/server/db/schema/documents.ts';
import { drawingOf } from './paper-looks.ts';
import { ar } from './paper-texts/ar.ts';
import { en } from './paper-texts/en.ts';
import { fr } from './paper-texts/fr.ts';
import { it } from './paper-texts/it.ts';
import { pt } from './paper-texts/pt.ts';
import { uk } from './paper-texts/uk.ts';
import { ar as refusedAr } from './refused-texts/ar.ts';
import { en as refusedEn } from './refused-texts/en.ts';
import { fr as refusedFr } from './refused-texts/fr.ts';
import { it as refusedIt } from './refused-texts/it.ts';
import { pt as refusedPt } from './refused-texts/pt.ts';
import { uk as refusedUk } from './refused-texts/uk.ts';

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
			label: inEachLanguage(code, 0),
			explanation: inEachLanguage(code, 1),
			refused: refusedTexts(code),
			drawing: drawingOf(code, group),
			source,
			confirmed,
			position: index + 1
		})
	);
}

function inEachLanguage(code: PaperCategoryCode, part: 0 | 1) {
	return {
		fr: fr[code][part],
		en: en[code][part],
		ar: ar[code][part],
		it: it[code][part],
		pt: pt[code][part],
		uk: uk[code][part]
	};
}

function refusedTexts(code: PaperCategoryCode) {
	return {
		fr: refusedFr[code],
		en: refusedEn[code],
		ar: refusedAr[code],
		it: refusedIt[code],
		pt: refusedPt[code],
		uk: refusedUk[code]
	};
}
