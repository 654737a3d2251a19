import { error } from '@sveltejs/kit';
import type { Opening } from '$lib/domain/appointments/types.ts';
import type { Typed } from '$lib/domain/counters/read-change.ts';
import { show } from '$lib/server/http.ts';
import { confirmChange, showChange } from '../change-actions.ts';
import { editScreen } from '../edit-screen.ts';

const hour = (time: Temporal.PlainTime) => time.toString({ smallestUnit: 'minute' });

/** An opening as its form shows it. */
function typedOf(opening: Opening): Typed {
	return {
		change: 'change-opening',
		id: opening.id,
		kind: opening.kind,
		weekday: String(opening.weekday ?? ''),
		day: opening.day?.toString() ?? '',
		everyWeeks: String(opening.everyWeeks),
		startsAt: hour(opening.startsAt),
		endsAt: hour(opening.endsAt),
		validFrom: opening.validFrom?.toString() ?? '',
		validUntil: opening.validUntil?.toString() ?? '',
		audience: opening.audience,
		deskIds: opening.deskIds,
		motiveCodes: opening.motiveCodes
	};
}

/** A new opening starts with all desks and motives: the common case is one tap less. */
function blank(desks: readonly { value: string }[], motives: readonly { value: string }[]): Typed {
	return {
		change: 'add-opening',
		kind: 'weekly',
		everyWeeks: '1',
		audience: 'public',
		deskIds: desks.map(({ value }) => value),
		motiveCodes: motives.map(({ value }) => value)
	};
}

export const load = ({ locals, params, url }) =>
	show(locals, async (tx) => {
		const { edited, screen } = await editScreen(tx, locals.actor, params.slug);
		const id = url.searchParams.get('id');
		const opening = edited.agenda.openings.find((each) => each.id === id);
		if (id !== null && !opening) error(404);
		return { ...screen, values: opening ? typedOf(opening) : blank(screen.desks, screen.motives) };
	});

export const actions = { apercu: showChange, enregistrer: confirmChange };
