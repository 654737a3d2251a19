import type { EventKind, RequestState } from '../../domain/applications/event-kinds.ts';
import {
	DELAY_KINDS,
	delayClock,
	DELAYS,
	type DelayClock,
	type DelayFacts,
	type DelayKind
} from '../../domain/delays/delays.ts';
import type { PaperState } from '../../domain/documents/states.ts';
import { PARIS, today } from '../clock.ts';
import type { SettingViews } from '../settings/queries.ts';

export const DELAY_SETTINGS = DELAY_KINDS.map((kind) => DELAYS[kind].setting);
export type DelaySettings = SettingViews<(typeof DELAY_SETTINGS)[number]>;

export type DelayView = DelayClock & {
	kind: DelayKind;
	/** How long it is; null when nobody knows. */
	length: number | null;
	confirmed: boolean;
	startedOn: Temporal.PlainDate | null;
};

type Happened = { kind: EventKind; occurredOn: Temporal.PlainDate };
type Sent = { state: PaperState; receivedAt: Temporal.Instant };

export type DelaySubject = {
	state: RequestState;
	filedOn: Temporal.PlainDate;
	/** Those that stand. */
	events: readonly Happened[];
	papers: readonly Sent[];
	settings: DelaySettings;
	/** The delay to be received runs for whoever asks for it (L441-2-8). */
	asked: boolean;
};

/** With the counter and not in the register yet; what must be sent again waits for the applicant. */
const WITH_COUNTER: readonly PaperState[] = ['received', 'being_checked', 'accepted'];

/** Every delay of a request, in the order of the table, as it stands today. */
export function delaysOfRequest(subject: DelaySubject): DelayView[] {
	return DELAY_KINDS.map((kind) => {
		const { value, confirmed } = subject.settings[DELAYS[kind].setting];
		const facts: DelayFacts = { ...FACTS[kind](subject), length: value };
		return {
			kind,
			...delayClock(kind, facts, today()),
			length: value,
			confirmed,
			startedOn: facts.startedOn
		};
	});
}

const FACTS: Record<DelayKind, (subject: DelaySubject) => Omit<DelayFacts, 'length'>> = {
	attestation: ({ state, filedOn, events }) => ({
		startedOn: filedOn,
		endedOn: state === 'filed' ? null : (dayOf(events, 'registered') ?? filedOn)
	}),
	reception: ({ filedOn, events, asked }) => {
		const endedOn = dayOf(events, 'interviewed');
		return { startedOn: asked || endedOn ? filedOn : null, endedOn };
	},
	papers: ({ papers }) => ({ startedOn: oldestWithCounter(papers), endedOn: null }),
	// A request that is over waits for nothing.
	abnormal: ({ state, filedOn }) => ({
		startedOn: state === 'struck_off' ? null : filedOn,
		endedOn: null
	})
};

const dayOf = (events: readonly Happened[], kind: EventKind) =>
	events.find((event) => event.kind === kind)?.occurredOn ?? null;

function oldestWithCounter(papers: readonly Sent[]): Temporal.PlainDate | null {
	const waiting = papers.filter(({ state }) => WITH_COUNTER.includes(state));
	const days = waiting.map(({ receivedAt }) => receivedAt.toZonedDateTimeISO(PARIS).toPlainDate());
	return days.sort(Temporal.PlainDate.compare)[0] ?? null;
}
