import { expect, it } from 'vitest';
import { PDF_FINDINGS, pdfTrouble, type PdfFinding } from './pdf-findings.ts';

const trouble = (...findings: PdfFinding[]) => pdfTrouble(new Set(findings));

it('lets a notice with links and answers in a form be drawn', () => {
	expect([trouble(), trouble('link'), trouble('form', 'link')]).toEqual([null, null, null]);
});

it.each([
	['script', 'scripted-pdf'],
	['launch', 'scripted-pdf'],
	['submit', 'scripted-pdf'],
	['attachment', 'attached-files'],
	['media', 'attached-files'],
	['xfa', 'form-pdf']
] as const)('refuses a PDF with %s as %s', (finding, expected) => {
	expect(trouble('link', 'form', finding)).toBe(expected);
});

it('says the gravest of several', () => {
	expect(trouble(...PDF_FINDINGS)).toBe('scripted-pdf');
});
