import type { BadgeTone } from '$lib/components/tones.ts';
import * as m from '$lib/paraglide/messages.js';
import type { TicketPhase } from './ticket-screen.ts';

type Look = { tone: BadgeTone; word: () => string; title: () => string; text?: () => string };

/** How each state of an appointment is said to the person. */
export const looks: Record<TicketPhase, Look> = {
	booked: { tone: 'done', word: m.booking_state_booked, title: m.booking_ticket_booked },
	underway: { tone: 'info', word: m.booking_state_underway, title: m.booking_ticket_underway },
	received: { tone: 'done', word: m.booking_state_received, title: m.booking_ticket_received },
	absent: { tone: 'todo', word: m.booking_state_absent, title: m.booking_ticket_absent },
	unrecorded: {
		tone: 'neutral',
		word: m.booking_state_unrecorded,
		title: m.booking_ticket_unrecorded
	},
	cancelled: {
		tone: 'neutral',
		word: m.booking_state_cancelled,
		title: m.booking_ticket_cancelled,
		text: m.booking_ticket_cancelled_thanks
	},
	cancelled_service: {
		tone: 'todo',
		word: m.booking_state_cancelled,
		title: m.booking_ticket_cancelled,
		text: m.booking_ticket_cancelled_service
	}
};
