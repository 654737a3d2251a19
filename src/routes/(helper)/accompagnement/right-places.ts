import type { IconName } from '$lib/components/icons.ts';
import type { HelperRight } from '$lib/domain/helpers/rights.ts';
import * as m from '$lib/paraglide/messages.js';

type Place = { path: string; icon: IconName; label: () => string };

/** Where a right leads, on the helper's side. The state of the request is on the person's first page. */
export const RIGHT_PLACES: Record<Exclude<HelperRight, 'status'>, Place> = {
	appointments: { path: 'rendez-vous', icon: 'calendar', label: m.helpers_tile_appointments },
	papers: { path: 'papiers', icon: 'file-text', label: m.helpers_tile_papers },
	facts: { path: 'demande', icon: 'file-check', label: m.helpers_tile_facts },
	messages: { path: 'messages', icon: 'message-square', label: m.helpers_tile_messages }
};

/** What a right opens, as the helper reads it. */
export function rightWordsForHelper(right: HelperRight): string {
	return right === 'status' ? m.helpers_tile_status() : RIGHT_PLACES[right].label();
}
