import type { BadgeTone } from '$lib/components/tones.ts';
import type { IconName } from '$lib/components/icons.ts';
import type { PaperState } from '$lib/domain/documents/states.ts';
import * as m from '$lib/paraglide/messages.js';

type Look = { tone: BadgeTone; icon?: IconName; text: () => string };

/** How each state of a paper looks, and what it means for the person who sent it. */
const STATE_LOOK: Record<PaperState, Look> = {
	receiving: { tone: 'wait', text: m.papers_state_receiving },
	received: { tone: 'info', icon: 'check', text: m.papers_state_received },
	being_checked: { tone: 'wait', icon: 'eye', text: m.papers_state_being_checked },
	accepted: { tone: 'done', text: m.papers_state_accepted },
	to_resend: { tone: 'todo', icon: 'repeat', text: m.papers_state_to_resend },
	set_aside: { tone: 'neutral', icon: 'info', text: m.papers_state_set_aside },
	passed_on: { tone: 'done', icon: 'send', text: m.papers_state_passed_on },
	deleted: { tone: 'neutral', icon: 'x', text: m.papers_state_deleted },
	refused_infected: { tone: 'danger', text: m.code_paper_trouble_infected }
};

type Where = {
	state: PaperState;
	/** Its pages and its cleaned file are made: agents can look at it. */
	prepared: boolean;
	/** It is in the register and the box is empty: the last thing that is said of a paper. */
	destroyed: boolean;
};

/** What is shown of a paper's state, and under which code its word is. */
export function lookOf({ state, prepared, destroyed }: Where): Look & { code: string } {
	if (state === 'passed_on' && destroyed) {
		const text = m.papers_state_emptied;
		return { code: 'emptied', tone: 'neutral', icon: 'trash-2', text };
	}
	if (state === 'received' && !prepared) {
		return { code: 'being_checked', tone: 'wait', icon: 'eye', text: m.papers_state_scanning };
	}
	return { code: state, ...STATE_LOOK[state] };
}
