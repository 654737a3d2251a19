import type { IconName } from '$lib/components/icons.ts';
import type { NextStep } from '$lib/domain/applications/next-step.ts';

/** Where the one button leads, and its picture. */
export const NEXT_STEP_LOOK: Readonly<Record<NextStep, { href: string; icon: IconName }>> = {
	answer_offer: { href: '/guichets', icon: 'triangle-alert' },
	contact_counter: { href: '/guichets', icon: 'triangle-alert' },
	renew: { href: '/rendez-vous?motif=renouvellement', icon: 'repeat' },
	send_papers: { href: '/espace/pieces', icon: 'upload' },
	see_appointment: { href: '/espace/rendez-vous', icon: 'calendar-check' },
	book: { href: '/rendez-vous?motif=premier-accueil', icon: 'calendar-plus' },
	nothing: { href: '/espace/demande', icon: 'circle-check' }
};
