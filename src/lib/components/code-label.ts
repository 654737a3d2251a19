import * as m from '$lib/paraglide/messages.js';
import type { SNE_CODE_LISTS } from '../domain/applications/codes.ts';

/** Lists whose codes have words in messages, under code_<list>_<code>. */
export type CodeList =
	| keyof typeof SNE_CODE_LISTS
	| 'request_state'
	| 'event'
	| 'event_author'
	| 'paper_group'
	| 'paper_need'
	| 'paper_category'
	| 'paper_state'
	| 'resend_reason'
	| 'paper_mark'
	| 'paper_trouble'
	| 'reason_drawing'
	| 'kind_drawing'
	| 'file_refusal'
	| 'leave_reason'
	| 'paper_waiting'
	| 'scan_verdict'
	| 'left_out';

// The key is only known at run time, so the typed functions are looked up by name.
const labels = m as unknown as Readonly<Record<string, (() => string) | undefined>>;

/**
 * The words for a code, in the language of the page: codeLabel('current_housing', 'HLM'). A code that has
 * none, e.g. one that the register added since, comes back as it is: better a code than a blank.
 */
export function codeLabel(list: CodeList, code: string): string {
	const key = `code_${list}_${code}`.replaceAll('-', '_');
	return Object.hasOwn(labels, key) ? (labels[key]?.() ?? code) : code;
}
