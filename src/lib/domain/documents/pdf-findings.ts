import type { PaperTrouble } from './paper-codes.ts';

/** What a PDF may hold beside pages. */
export const PDF_FINDINGS = [
	'script',
	'launch',
	'attachment',
	'xfa',
	'media',
	'submit',
	'form',
	'link'
] as const;
export type PdfFinding = (typeof PDF_FINDINGS)[number];

/**
 * What becomes of each. Nothing of it is ever run or passed on: the file that leaves is made of pictures of the pages.
 * A file is refused when it was made to do something, or when pictures would lose something the person meant to send.
 */
const OUTCOMES: Readonly<Record<PdfFinding, { trouble: PaperTrouble | null; why: string }>> = {
	script: { trouble: 'scripted-pdf', why: 'ISO 32000 12.6.4.17: a paper has nothing to compute' },
	launch: { trouble: 'scripted-pdf', why: 'ISO 32000 12.6.4.6: starts a program of the reader' },
	submit: { trouble: 'scripted-pdf', why: 'ISO 32000 12.7.6: sends the form elsewhere' },
	media: { trouble: 'attached-files', why: 'sound, film, 3D: a picture shows none of it' },
	attachment: { trouble: 'attached-files', why: 'ISO 32000 7.11.4: would be lost without a word' },
	xfa: {
		trouble: 'form-pdf',
		why: 'its pages are drawn by a program: a picture says "please wait"'
	},
	form: { trouble: null, why: 'answers and signatures are drawn with the page' },
	link: { trouble: null, why: 'common in official notices; gone from the pictures' }
};

/** Why a PDF with these findings is refused; null when it may be drawn. The gravest first. */
export function pdfTrouble(findings: ReadonlySet<PdfFinding>): PaperTrouble | null {
	for (const finding of PDF_FINDINGS) {
		if (findings.has(finding) && OUTCOMES[finding].trouble) return OUTCOMES[finding].trouble;
	}
	return null;
}
