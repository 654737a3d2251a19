import type { ProofKind } from '$lib/domain/proofs/proofs.ts';
import * as m from '$lib/paraglide/messages.js';
import type { IconName } from './icons.ts';

/** What each document is called, what it is for, and its picture. */
export const PROOF_WORDS: Readonly<
	Record<ProofKind, { title: () => string; about: () => string; icon: IconName }>
> = {
	enregistrement: {
		title: m.proofs_registration_title,
		about: m.proofs_about_enregistrement,
		icon: 'file-check'
	},
	renouvellement: {
		title: m.proofs_renewal_title,
		about: m.proofs_about_renouvellement,
		icon: 'repeat'
	},
	'ma-demande': {
		title: m.proofs_request_title,
		about: m.proofs_about_ma_demande,
		icon: 'file-text'
	},
	decision: { title: m.proofs_decision_title, about: m.proofs_about_decision, icon: 'users' },
	'rendez-vous': {
		title: m.proofs_appointment_title,
		about: m.proofs_about_rendez_vous,
		icon: 'calendar'
	}
};
