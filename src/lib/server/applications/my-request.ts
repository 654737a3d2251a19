import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { STEP_ESTIMATES } from '../../domain/applications/coming-estimates.ts';
import { COMING_STEPS, comingSteps } from '../../domain/applications/coming-steps.ts';
import { isDecision, stillHolds } from '../../domain/applications/decisions.ts';
import { flagsOf } from '../../domain/applications/flags.ts';
import { nextStep } from '../../domain/applications/next-step.ts';
import { standingEvents } from '../../domain/applications/standing-events.ts';
import { isStrikeOff, STRIKE_OFF_RULES } from '../../domain/applications/strike-off.ts';
import { validityOn } from '../../domain/applications/validity.ts';
import { pendingWarning } from '../../domain/applications/warnings.ts';
import { unreadMessages } from '../conversations/unread-messages.ts';
import { now, today } from '../clock.ts';
import { built, type Given } from '../db/built.ts';
import { application as applications } from '../db/schema/applications.ts';
import { appointment } from '../db/schema/appointments.ts';
import { counter, motive } from '../db/schema/counters.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { DELAY_SETTINGS, delaysOfRequest } from '../delays/delays-of-request.ts';
import { papersOfRequest } from '../documents/queries.ts';
import { offerIn } from '../offers/queries.ts';
import { askedToBeReceived } from '../reception/asked-to-be-received.ts';
import { hasConfirmed } from '../renewals/queries.ts';
import { settingsOf } from '../settings/queries.ts';
import { applicationById, eventsOf } from './queries.ts';

const TO_SEND: readonly string[] = ['missing', 'to_resend'];
const SETTINGS = [
	...DELAY_SETTINGS,
	...COMING_STEPS.map((step) => STEP_ESTIMATES[step]),
	'mediation_address',
	'mediation_form'
] as const;

/**
 * Everything the first screen of the applicant says: where the request stands, the one thing to do, what comes next,
 * how long, why.
 * @throws NotFound for a stranger's request
 */
export async function myRequest(tx: Tx, actor: Actor, applicationId: string) {
	// Asked together, and answered by one statement (db/gathering.ts).
	const [application, events, papers, appointment, settings, [asked], ...others] =
		await Promise.all([
			applicationById(tx, actor, applicationId),
			eventsOf(tx, applicationId),
			papersOfRequest(tx, actor, applicationId),
			upcomingAppointment(tx, applicationId),
			settingsOf(tx, SETTINGS),
			whetherAsked(tx, { applicationId }),
			unreadMessages(tx, actor),
			hasConfirmed(tx, applicationId)
		]);
	const [unread, isConfirmed] = others;
	const standing = standingEvents(events);
	const told = toldBy(application, standing);
	const wasReceived = standing.some((event) => event.kind === 'interviewed');
	const toSend = papers.expected.filter((paper) => TO_SEND.includes(paper.state));
	return {
		application,
		applicant: papers.household.find((person) => person.role === 'applicant') ?? null,
		events,
		appointment,
		...told,
		missing: toSend.length,
		/** The paper to name first of each. */
		missingKinds: [...new Set(toSend.flatMap(({ acceptable }) => acceptable.slice(0, 1)))],
		sent: papers.sent.length,
		unread,
		flags: flagsOf(standing),
		settings,
		delays: delaysOfRequest({
			state: application.state,
			filedOn: application.filedOn,
			events: standing,
			papers: papers.sent,
			settings,
			asked: asked !== undefined
		}),
		coming: comingSteps(application.state, wasReceived),
		next: nextStep({
			state: application.state,
			// Who has confirmed has nothing to do but wait: the counter records it.
			validity: isConfirmed && told.validity.phase !== 'expired' ? 'valid' : told.validity.phase,
			missingPapers: toSend.length,
			hasAppointment: appointment !== null,
			wasReceived,
			warned: told.warning !== null,
			afterwards: told.strikeOff && STRIKE_OFF_RULES[told.strikeOff.kind].afterwards
		})
	};
}

export type MyRequest = Awaited<ReturnType<typeof myRequest>>;

type Application = Awaited<ReturnType<typeof applicationById>>;
type Happened = Awaited<ReturnType<typeof eventsOf>>[number];

/** What the events that stand say beside the state: decision, offer, warning, striking off. Newest first. */
function toldBy(application: Application, standing: readonly Happened[]) {
	const { state, filedOn, renewedOn } = application;
	const strikeOff = standing.find((event) => isStrikeOff(event.kind));
	const decided = standing.find((event) => isDecision(event.kind));
	return {
		validity: validityOn(today(), filedOn, renewedOn ? [renewedOn] : []),
		/** The commission's, while it says where the request stands. */
		decision:
			decided && isDecision(decided.kind) && stillHolds(decided.kind, state) ? decided : null,
		offer: offerIn(state, standing),
		warning: state === 'struck_off' ? null : pendingWarning(standing.toReversed()),
		strikeOff:
			state === 'struck_off' && strikeOff && isStrikeOff(strikeOff.kind)
				? { ...strikeOff, kind: strikeOff.kind }
				: null
	};
}

async function upcomingAppointment(tx: Tx, applicationId: string) {
	const [found] = await upcoming(tx, { applicationId, now: now() });
	return found ?? null;
}

const upcoming = built((tx, { applicationId, now }: Given<'applicationId' | 'now'>) =>
	tx
		.select({ startsAt: appointment.startsAt, motive: motive.label, counter: counter.name })
		.from(appointment)
		.innerJoin(counter, eq(counter.id, appointment.counterId))
		.innerJoin(motive, eq(motive.code, appointment.motiveCode))
		.where(
			and(
				eq(appointment.applicationId, applicationId),
				inArray(appointment.state, ['booked', 'arrived', 'called', 'in_interview']),
				gt(appointment.endsAt, now)
			)
		)
		.orderBy(asc(appointment.startsAt))
		.limit(1)
);

const whetherAsked = built((tx, { applicationId }: Given<'applicationId'>) =>
	tx
		.select({ id: applications.id })
		.from(applications)
		.where(and(eq(applications.id, applicationId), askedToBeReceived))
);
