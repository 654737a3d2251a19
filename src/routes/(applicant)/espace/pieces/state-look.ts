import type { BadgeTone } from '$lib/components/tones.ts';
import type { IconName } from '$lib/components/icons.ts';
import type { PaperState } from '$lib/domain/documents/states.ts';
import * as m from '$lib/paraglide/messages.js';

type Look = { tone: BadgeTone; icon?: IconName; text: () => string };

/** How each state of a paper looks, and what it means for the person who sent it. */
export const STATE_LOOK: Record<PaperState, Look> = {
	receiving: { tone: 'wait', text: m.papers_state_receiving },
	received: { tone: 'info', icon: 'check', text: m.papers_state_received },
	being_checked: { tone: 'wait', icon: 'eye', text: m.papers_state_being_checked },
	accepted: { tone: 'done', text: m.papers_state_accepted },
	to_resend: { tone: 'todo', icon: 'repeat', text: m.papers_state_to_resend },
	set_aside: { tone: 'neutral', icon: 'info', text: m.papers_state_set_aside },
	passed_on: { tone: 'done', icon: 'send', text: m.papers_state_passed_on },
	deleted: { tone: 'neutral', icon: 'x', text: m.papers_state_deleted },
	refused_infected: { tone: 'danger', text: m.papers_state_refused_infected }
};
