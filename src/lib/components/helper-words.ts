import type { HelperKind } from '$lib/domain/appointments/visitor-contact.ts';
import * as m from '$lib/paraglide/messages.js';

/** Who somebody is that books for another person. */
export const helperWords: Readonly<Record<HelperKind, () => string>> = {
	relative: m.visitor_helper_relative,
	social_worker: m.visitor_helper_social_worker,
	association: m.visitor_helper_association,
	other: m.visitor_helper_other
};

/** "Réservé par Sami, CCAS (Un travailleur social)", or null when the person booked themselves. */
export function bookedBy(row: { helperKind: HelperKind | null; helperName: string | null }) {
	const { helperKind, helperName: name } = row;
	return helperKind && name ? m.visitor_booked_by({ name, kind: helperWords[helperKind]() }) : null;
}
