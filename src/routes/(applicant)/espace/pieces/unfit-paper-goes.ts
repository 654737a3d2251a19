import { durationWords } from '$lib/components/setting-words.ts';
import * as m from '$lib/paraglide/messages.js';

/** When a paper that will not do is destroyed, by the days that the service leaves after the answer. */
export const unfitPaperGoes = (graceDays: number): string =>
	graceDays === 0
		? m.papers_promise_unfit_at_once()
		: m.papers_promise_unfit({ delay: durationWords(graceDays, 'days') });
