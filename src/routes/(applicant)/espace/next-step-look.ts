import type { IconName } from '$lib/components/icons.ts';
import type { NextStep } from '$lib/domain/applications/next-step.ts';

/** Where the one button leads, and its picture. */
export const NEXT_STEP_LOOK: Readonly<Record<NextStep, { href: string; icon: IconName }>> = {
	answer_offer: { href: '/espace/offre', icon: 'triangle-alert' },
	answer_letter: { href: '/rendez-vous?motif=suivi', icon: 'triangle-alert' },
	meet_condition: { href: '/espace/decision', icon: 'hourglass' },
	contact_counter: { href: '/guichets', icon: 'triangle-alert' },
	contest: { href: '/rendez-vous?motif=suivi', icon: 'triangle-alert' },
	file_anew: { href: '/rendez-vous?motif=enregistrement', icon: 'calendar-plus' },
	other_number: { href: '/espace/compte', icon: 'repeat' },
	renew: { href: '/espace/renouvellement', icon: 'repeat' },
	send_papers: { href: '/espace/pieces', icon: 'upload' },
	see_answer: { href: '/espace/offre', icon: 'circle-check' },
	see_appointment: { href: '/espace/rendez-vous', icon: 'calendar-check' },
	book: { href: '/rendez-vous?motif=premier-accueil', icon: 'calendar-plus' },
	nothing: { href: '/espace/demande', icon: 'circle-check' }
};
