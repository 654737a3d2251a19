import * as m from '../paraglide/messages.js';
import { codeLabel } from './code-label.ts';

/** Papers of which any one will do, in words: "Bail ou Quittance de loyer". */
export function anyOfPapers(codes: readonly string[]): string {
	return codes.map((code) => codeLabel('paper_category', code)).join(` ${m.change_papers_or()} `);
}
