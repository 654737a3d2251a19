import { codeState } from '$lib/domain/appointments/visitor-code.ts';
import { destinationOf } from '$lib/domain/appointments/visitor-contact.ts';
import { phoneInWords } from '$lib/domain/appointments/visitor-phone.ts';
import { dayInWords, hourInWords, inParis } from '$lib/domain/words.ts';
import { isoInParis } from '$lib/server/appointments/iso-time.ts';
import type { ChoiceView } from '$lib/server/appointments/visitor-view.ts';
import { canalOf } from '../asked.ts';

type Step = 'contact' | 'code' | 'ready';

/** Where a visitor stands with the time they chose, in words. */
export function visitorScreen(
	view: ChoiceView,
	{ wantsContact, now, locale }: { wantsContact: boolean; now: Temporal.Instant; locale: string }
) {
	const { row, contact, counter, state } = view;
	const at = inParis(row.startsAt);
	const code = contact ? codeState(contact, now) : 'none';
	return {
		step: stepOf(view, wantsContact, code),
		day: dayInWords(at.day, locale),
		hour: hourInWords(at.time, locale),
		place: counter.name,
		byTelephone: row.channel === 'telephone',
		choice: {
			motif: row.motiveCode,
			guichet: counter.slug,
			creneau: isoInParis(row.startsAt),
			canal: canalOf(row.channel)
		},
		isLapsed: state === 'lapsed',
		until: row.heldUntil ? hourInWords(inParis(row.heldUntil).time, locale) : '',
		minutes: row.heldUntil ? Math.floor(now.until(row.heldUntil).total('minutes')) : 0,
		typed: typedBefore(view),
		destination: contact?.email ?? (contact?.phone ? phoneInWords(contact.phone) : ''),
		bySms: contact !== null && contact.email === null,
		isDead: code === 'dead',
		today: inParis(now).day.toString()
	};
}

export type VisitorScreen = ReturnType<typeof visitorScreen>;

function stepOf({ contact }: ChoiceView, wantsContact: boolean, code: string): Step {
	if (wantsContact || !contact || !destinationOf(contact)) return 'contact';
	if (contact.verifiedAt) return 'ready';
	return code === 'none' ? 'contact' : 'code';
}

/** What they had typed, for the form; kept on our side, never in the address. */
function typedBefore({ row, contact }: ChoiceView): Partial<Record<string, string>> {
	if (!contact) return {};
	return {
		nom: contact.lastName,
		prenom: contact.firstName,
		naissance: contact.birthDate.toString(),
		telephone: contact.phone ? phoneInWords(contact.phone) : '',
		email: contact.email ?? '',
		aide: row.helperKind ?? '',
		aidant: row.helperName ?? ''
	};
}
