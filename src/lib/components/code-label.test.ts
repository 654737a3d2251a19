import { describe, expect, it } from 'vitest';
import { locales, overwriteGetLocale } from '$lib/paraglide/runtime.js';
import { SNE_CODE_LISTS } from '../domain/applications/codes.ts';
import { EVENT_AUTHORS, EVENT_KINDS, REQUEST_STATES } from '../domain/applications/event-kinds.ts';
import { LEAVE_REASONS } from '../domain/changes/fields.ts';
import { LEFT_OUT_REASONS } from '../domain/applications/sne-request.ts';
import { PAPER_CATEGORY_CODES, PAPER_GROUPS } from '../domain/documents/categories.ts';
import { FILE_REFUSALS } from '../domain/documents/limits.ts';
import {
	PAPER_MARKS,
	PAPER_TROUBLES,
	SCAN_VERDICTS,
	WAITING_REASONS
} from '../domain/documents/paper-codes.ts';
import { KIND_DRAWINGS } from '../domain/documents/paper-kind-form.ts';
import { REASON_DRAWINGS } from '../domain/documents/resend-reasons.ts';
import { PAPER_STATES, RESEND_REASONS } from '../domain/documents/states.ts';
import { codeLabel } from './code-label.ts';
import type { CodeList } from './code-label.ts';

const LISTS: Record<CodeList, readonly string[]> = {
	...SNE_CODE_LISTS,
	request_state: REQUEST_STATES,
	event: EVENT_KINDS,
	event_author: EVENT_AUTHORS,
	paper_group: PAPER_GROUPS,
	paper_need: ['identity', 'tax_notice', 'asked'],
	paper_category: PAPER_CATEGORY_CODES,
	paper_state: ['missing', ...PAPER_STATES],
	resend_reason: RESEND_REASONS,
	paper_mark: PAPER_MARKS,
	paper_trouble: PAPER_TROUBLES,
	reason_drawing: REASON_DRAWINGS,
	kind_drawing: KIND_DRAWINGS,
	file_refusal: FILE_REFUSALS,
	paper_waiting: WAITING_REASONS,
	scan_verdict: SCAN_VERDICTS,
	left_out: LEFT_OUT_REASONS,
	leave_reason: LEAVE_REASONS
};

describe('a person reads words, not codes', () => {
	it.each([...locales])('for every code of every list, in %s', (locale) => {
		overwriteGetLocale(() => locale);
		const bare = Object.entries(LISTS).flatMap(([list, codes]) =>
			codes.filter((code) => {
				const label = codeLabel(list as CodeList, code);
				return label === code || label.trim() === '';
			})
		);
		expect(bare).toEqual([]);
	});

	it('in her own language', () => {
		overwriteGetLocale(() => 'fr');
		expect(codeLabel('family_situation', 'C')).toBe('Célibataire');
		overwriteGetLocale(() => 'en');
		expect(codeLabel('family_situation', 'C')).toBe('Single');
	});

	it('and sees the code itself when it is new to us', () => {
		expect(codeLabel('current_housing', 'NOUVEAU')).toBe('NOUVEAU');
		expect(codeLabel('current_housing', 'constructor')).toBe('constructor');
	});
});
