import type { Nature } from '$lib/domain/ceilings/tables.ts';
import * as m from '$lib/paraglide/messages.js';

export const natureWords: Record<Nature, () => string> = {
	official: m.ceilings_nature_official,
	computed: m.ceilings_nature_computed,
	extrapolated: m.ceilings_nature_extrapolated
};

/** What is wrong with a field of a table of ceilings, and what to do. */
export function tableError(field: string, error: string | undefined): string | null {
	if (!error) return null;
	if (error === 'ceilings-not-rising') return m.ceilings_edit_error_rising();
	if (error === 'extrapolated-not-confirmed') return m.ceilings_edit_error_extrapolated();
	if (field.startsWith('montant')) return m.ceilings_edit_error_amount();
	if (field === 'annee') return m.ceilings_edit_error_year();
	return field === 'source' ? m.ceilings_edit_error_source() : m.ceilings_edit_error_choose();
}
