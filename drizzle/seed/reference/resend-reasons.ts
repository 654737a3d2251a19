import type { PaperMark } from '../../../src/lib/domain/documents/paper-codes.ts';
import type { ReasonDrawing } from '../../../src/lib/domain/documents/resend-reasons.ts';
import type { resendReason } from '../../../src/lib/server/db/schema/resend-reasons.ts';
import { ar } from './reason-texts/ar.ts';
import { en } from './reason-texts/en.ts';
import { fr } from './reason-texts/fr.ts';
import { it } from './reason-texts/it.ts';
import { pt } from './reason-texts/pt.ts';
import { uk } from './reason-texts/uk.ts';

type Traits = readonly [mark: PaperMark | null, drawing: ReasonDrawing, again: 'again' | 'no more'];

/**
 * Why a paper is asked for again, and the mark of the shared file that goes with it. No public source lists reasons:
 * these are what agents check (legible, whole, valid, of the list, not a duplicate), and staff edit them.
 */
const REASONS = {
	blurred: ['unusable', 'blurred', 'again'],
	too_dark: ['unusable', 'dark', 'again'],
	cut_off: ['unusable', 'cut', 'again'],
	page_missing: ['unusable', 'pages', 'again'],
	illegible: ['unusable', 'blurred', 'again'],
	damaged_file: ['unusable', 'broken', 'again'],
	// Over the limits of the antivirus, or of what draws the pages: nobody here will ever see it.
	not_openable: ['unusable', 'broken', 'again'],
	not_translated: ['unusable', 'translate', 'again'],
	wrong_kind: ['out_of_scope', 'kind', 'again'],
	wrong_person: ['out_of_scope', 'person', 'again'],
	// Nothing outside the official list may be asked: the person has nothing to send instead.
	out_of_scope: ['out_of_scope', 'list', 'no more'],
	expired: ['obsolete', 'date', 'again'],
	obsolete: ['obsolete', 'date', 'again'],
	other_year: ['obsolete', 'year', 'again'],
	// Numbers of social security are hidden on what is kept (CNIL deliberation 2014-122).
	number_visible: [null, 'number', 'again']
} as const satisfies Record<string, Traits>;

export type ReasonSeedCode = keyof typeof REASONS;

/** For each reason: its short name for agents, what the person reads, and what they should do. */
export type ReasonTexts = Readonly<
	Record<ReasonSeedCode, readonly [label: string, said: string, advice: string]>
>;

/** The reasons as rows, in the order in which agents meet them. */
export function resendReasons(updatedAt: Temporal.Instant): (typeof resendReason.$inferInsert)[] {
	return Object.entries<Traits>(REASONS).map(([name, [mark, drawing, again]], index) => {
		const code = name as ReasonSeedCode;
		return {
			code,
			label: inEachLanguage(code, 0),
			said: inEachLanguage(code, 1),
			advice: inEachLanguage(code, 2),
			mark,
			drawing,
			again: again === 'again',
			position: index + 1,
			updatedAt
		};
	});
}

function inEachLanguage(code: ReasonSeedCode, part: 0 | 1 | 2) {
	return {
		fr: fr[code][part],
		en: en[code][part],
		ar: ar[code][part],
		it: it[code][part],
		pt: pt[code][part],
		uk: uk[code][part]
	};
}
