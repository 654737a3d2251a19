import { eventFacts, type EventFact } from '$lib/components/event-words.ts';
import { placeName, typeName } from '$lib/components/figure-words.ts';
import { STEP_ESTIMATES } from '$lib/domain/applications/coming-estimates.ts';
import { placeOnWay } from '$lib/domain/applications/coming-steps.ts';
import { conditionDaysLeft } from '$lib/domain/applications/decisions.ts';
import {
	EVENT_RULES,
	type EventKind,
	type EventRule
} from '$lib/domain/applications/event-kinds.ts';
import { mistakes } from '$lib/domain/applications/standing-events.ts';
import { STRIKE_OFF_RULES } from '$lib/domain/applications/strike-off.ts';
import { allows } from '$lib/domain/applications/state-rules.ts';
import { localised } from '$lib/domain/localised.ts';
import { SETTINGS } from '$lib/domain/settings/settings.ts';
import { dateInWords, dayInWords, hourInWords, inParis, monthsInWords } from '$lib/domain/words.ts';
import type { MyRequest } from '$lib/server/applications/my-request.ts';
import type { MyFigures } from '$lib/server/figures/my-figures.ts';
import { delayLine } from './delais/delay-line.ts';

/**
 * What the first screen needs and nothing more: days in words, no date object, no identifier of anything the person
 * cannot open.
 */
export function requestScreen(
	request: MyRequest,
	figures: MyFigures,
	today: Temporal.PlainDate,
	locale: string
) {
	const { application, validity } = request;
	return {
		firstName: request.applicant?.firstName ?? '',
		uniqueNumber: application.uniqueNumber,
		state: application.state,
		place: placeOnWay(application.state),
		rank: rankOf(request),
		condition: conditionGlance(request, today, locale),
		flags: { priority: request.flags.priority !== null, dalo: request.flags.dalo },
		next: request.next,
		offer: offerGlance(request, locale),
		warning: request.warning && {
			answerBefore: dayInWords(request.warning.answerBefore, locale),
			sentBy: String(request.warning.detail['sentBy'] ?? request.warning.author),
			about: String(request.warning.detail['about'] ?? '')
		},
		strikeOff: strikeOffScreen(request, locale),
		coming: request.coming.map((step) => {
			const { value, confirmed } = request.settings[STEP_ESTIMATES[step]];
			return { step, count: value, unit: SETTINGS[STEP_ESTIMATES[step]].unit, confirmed };
		}),
		missing: request.missing,
		missingKinds: request.missingKinds,
		sent: request.sent,
		unread: request.unread,
		filedOn: dateInWords(application.filedOn, locale),
		validUntil: dateInWords(validity.validUntil, locale),
		renewBefore: validity.validUntil.toString(),
		daysLeft: validity.daysLeft,
		phase: validity.phase,
		mayRenew: allows(application.state, 'renew'),
		observed: observedDelay(figures, locale),
		delays: request.delays.map((delay) => delayLine(delay, locale)),
		appointment: appointmentScreen(request, locale),
		events: eventLines(request.events, locale)
	};
}

export type RequestScreen = ReturnType<typeof requestScreen>;
export type EventLine = RequestScreen['events'][number];

/** The place among those whom a commission ranked for one home (R441-3 b). */
function rankOf({ decision }: MyRequest): number | null {
	const rank = decision?.kind === 'decided_ranked' ? Number(decision.detail['rank']) : NaN;
	return Number.isInteger(rank) ? rank : null;
}

/** What is to be met, and its last day (R441-3 c). */
function conditionGlance({ decision }: MyRequest, today: Temporal.PlainDate, locale: string) {
	if (decision?.kind !== 'decided_conditional') return null;
	const { metBefore, condition } = decision.detail;
	if (typeof metBefore !== 'string') return null;
	const last = Temporal.PlainDate.from(metBefore);
	return {
		what: String(condition ?? ''),
		last: dayInWords(last, locale),
		daysLeft: conditionDaysLeft(last, today)
	};
}

/**
 * How long people waited, of the first home asked for whose delay may be shown: the person's own order, never the
 * shortest. The rest is one tap away.
 */
function observedDelay({ figures, communes, wanted }: MyFigures, locale: string) {
	const line = wanted.find(({ delayMonths }) => delayMonths.state === 'known');
	if (!figures || line?.delayMonths.state !== 'known') return null;
	const names = new Map(communes.map(({ insee, name }) => [insee, name ?? insee]));
	return {
		delay: monthsInWords(line.delayMonths.value, locale),
		place: placeName(line.place, names),
		type: typeName(line.type),
		source: figures.source,
		asOf: dateInWords(figures.asOf, locale),
		isExample: figures.isExample
	};
}

function appointmentScreen({ appointment }: MyRequest, locale: string) {
	if (!appointment) return null;
	const at = inParis(appointment.startsAt);
	return {
		day: dayInWords(at.day, locale),
		hour: hourInWords(at.time, locale),
		counter: appointment.counter,
		motive: localised(appointment.motive, locale)
	};
}

/** The countdown of an offer that may still be answered. */
function offerGlance({ offer }: MyRequest, locale: string) {
	if (offer?.clock.phase !== 'open') return null;
	return {
		daysLeft: offer.clock.daysLeft,
		isUrgent: offer.clock.isUrgent,
		replyBefore: dayInWords(offer.replyBefore, locale)
	};
}

function strikeOffScreen({ strikeOff }: MyRequest, locale: string) {
	if (!strikeOff) return null;
	const { article, warned, afterwards } = STRIKE_OFF_RULES[strikeOff.kind];
	return {
		kind: strikeOff.kind,
		article,
		warned,
		afterwards,
		on: dateInWords(strikeOff.occurredOn, locale),
		erasedFrom: dateInWords(strikeOff.occurredOn.add({ years: 1 }), locale),
		body: String(strikeOff.detail['body'] ?? strikeOff.author),
		keptNumber: strikeOff.kind === 'struck_off_merged' ? strikeOff.detail['keptNumber'] : null
	};
}

/** Events that say the same thing of the same day are one line, so that ten papers do not hide a decision. */
const TOGETHER: readonly EventKind[] = ['papers_received', 'papers_passed_on', 'modified'];

/** What happened, newest first. A line entered by mistake stays, marked, and its correction is said on it. */
export function eventLines(events: MyRequest['events'], locale: string) {
	const wrong = mistakes(events);
	const lines = events
		.filter(({ kind }) => kind !== 'entered_in_error')
		.map((event) => ({
			id: event.id,
			kind: event.kind,
			origin: event.origin,
			author: event.author,
			helper: event.recordedBy.startsWith('helper:') ? event.author : null,
			toldBy: typeof event.detail['toldBy'] === 'string' ? event.detail['toldBy'] : null,
			day: dateInWords(event.occurredOn, locale),
			datetime: event.occurredOn.toString(),
			facts: eventFacts(event.kind, brief(event), locale),
			changesState: ruleOf(event.kind).to !== 'same',
			mistake: mistakeOn(wrong.get(event.id), locale),
			times: 1
		}));
	return withoutRepeats(together(lines));
}

/** Of an offer the line says the least: the whole of it is one tap away. */
const OF_AN_OFFER = ['landlord', 'commune', 'housingType', 'replyBefore'];

function brief({ kind, detail }: MyRequest['events'][number]) {
	if (kind !== 'offer_sent') return detail;
	return Object.fromEntries(Object.entries(detail).filter(([name]) => OF_AN_OFFER.includes(name)));
}

const ruleOf = (kind: EventKind): EventRule => EVENT_RULES[kind];

function mistakeOn(correction: MyRequest['events'][number] | undefined, locale: string) {
	if (!correction) return null;
	return {
		day: dateInWords(correction.occurredOn, locale),
		by: correction.author,
		motive: String(correction.detail['motive'] ?? '')
	};
}

/** Of several steps for one home, only the newest names it again: what the line above has just said is not repeated. */
function withoutRepeats<Line extends Pick<Foldable, 'mistake'> & { facts: EventFact[] }>(
	lines: readonly Line[]
): Line[] {
	return lines.map((line, index) => {
		const above = index > 0 ? lines[index - 1]! : null;
		if (!above || above.mistake || line.mistake) return line;
		const isNew = ({ term, value }: EventFact) =>
			!above.facts.some((said) => said.term === term && said.value === value);
		return { ...line, facts: line.facts.filter(isNew) };
	});
}

type Foldable = {
	kind: EventKind;
	datetime: string;
	times: number;
	origin: string;
	helper: string | null;
	mistake: unknown;
};

function together<Line extends Foldable>(lines: readonly Line[]): Line[] {
	const kept: Line[] = [];
	for (const line of lines) {
		const last = kept.at(-1);
		const same =
			last?.kind === line.kind &&
			last.datetime === line.datetime &&
			last.origin === line.origin &&
			last.helper === line.helper;
		const plain = TOGETHER.includes(line.kind) && !line.mistake && !last?.mistake;
		if (last && same && plain) last.times += 1;
		else kept.push({ ...line });
	}
	return kept;
}
