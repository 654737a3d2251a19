import { localised } from '$lib/domain/localised.ts';
import { dateInWords, dayInWords, hourInWords, inParis } from '$lib/domain/words.ts';
import type { MyRequest } from '$lib/server/applications/my-request.ts';

/**
 * What the first screen needs and nothing more: days in words, no date object, no identifier of anything the person
 * cannot open.
 */
export function requestScreen(request: MyRequest, locale: string) {
	const { application, validity, appointment } = request;
	const at = appointment ? inParis(appointment.startsAt) : null;
	return {
		firstName: request.applicant?.firstName ?? '',
		uniqueNumber: application.uniqueNumber,
		state: application.state,
		next: request.next,
		coming: request.coming,
		missing: request.missing,
		sent: request.sent,
		filedOn: dateInWords(application.filedOn, locale),
		validUntil: dateInWords(validity.validUntil, locale),
		daysLeft: validity.daysLeft,
		phase: validity.phase,
		appointment:
			appointment && at
				? {
						day: dayInWords(at.day, locale),
						hour: hourInWords(at.time, locale),
						counter: appointment.counter,
						motive: localised(appointment.motive, locale)
					}
				: null,
		events: request.events.map((event) => ({
			kind: event.kind,
			origin: event.origin,
			author: event.author,
			day: dateInWords(event.occurredOn, locale),
			datetime: event.occurredOn.toString()
		}))
	};
}
