import { and, asc, eq, lte, min, ne, sql } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { delayClock, DELAYS, type DelayKind } from '../../domain/delays/delays.ts';
import { NotFound } from '../../domain/errors.ts';
import { inParis } from '../../domain/words.ts';
import { visibleApplications } from '../applications/access.ts';
import { today } from '../clock.ts';
import { application, person } from '../db/schema/applications.ts';
import { paper } from '../db/schema/documents.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { settingsOf } from '../settings/queries.ts';
import { DELAY_SETTINGS } from './delays-of-request.ts';

/** Delays that have a queue here; that to be received has one of its own (reception-queue.ts). */
export const QUEUED = ['attestation', 'papers', 'abnormal'] as const satisfies DelayKind[];
export type QueuedDelay = (typeof QUEUED)[number];

/** Requests shown of each: those most in need. The count says how many more there are. */
const SHOWN = 20;

/**
 * For each delay of the law that somebody at a counter can still keep or answer for: its figure, how many requests of
 * the agent's territory are past it, and which come first.
 * @throws NotFound for whoever is no agent
 */
export async function delayQueues(tx: Tx, actor: Actor) {
	if (actor.kind !== 'agent') throw new NotFound('delay');
	const settings = await settingsOf(tx, DELAY_SETTINGS);
	const queue = async (kind: QueuedDelay) => {
		const setting = settings[DELAYS[kind].setting];
		const started = await STARTED[kind](tx, actor, setting.value);
		const lines = started.map((line) => ({
			...line,
			...delayClock(
				kind,
				{ startedOn: line.startedOn, endedOn: null, length: setting.value },
				today()
			)
		}));
		const past = lines.filter(({ phase }) => phase === 'past');
		return {
			kind,
			length: setting.value,
			confirmed: setting.confirmed,
			running: lines.length - past.length,
			past: past.length,
			lines: lines.filter(({ dueOn }) => dueOn !== null).slice(0, SHOWN)
		};
	};
	return Promise.all(QUEUED.map(queue));
}

export type DelayQueue = Awaited<ReturnType<typeof delayQueues>>[number];

type Started = {
	applicationId: string;
	uniqueNumber: string;
	firstName: string | null;
	lastName: string | null;
	startedOn: Temporal.PlainDate;
};

const COLUMNS = {
	applicationId: application.id,
	uniqueNumber: application.uniqueNumber,
	firstName: person.firstName,
	lastName: person.lastName
};
const holder = and(eq(person.applicationId, application.id), eq(person.role, 'applicant'));

/** What each delay runs from, the oldest first. */
const STARTED: Record<
	QueuedDelay,
	(tx: Tx, actor: Actor, length: number | null) => Promise<Started[]>
> = {
	attestation: (tx, actor) =>
		tx
			.select({ ...COLUMNS, startedOn: application.filedOn })
			.from(application)
			.innerJoin(person, holder)
			.where(and(visibleApplications(actor), sql`${application.state} = 'filed'`))
			.orderBy(asc(application.filedOn), asc(application.id)),
	papers: async (tx, actor) => {
		const oldest = min(paper.receivedAt);
		const rows = await tx
			.select({ ...COLUMNS, receivedAt: oldest.mapWith(paper.createdAt) })
			.from(paper)
			.innerJoin(application, eq(application.id, paper.applicationId))
			.innerJoin(person, holder)
			.where(
				and(
					visibleApplications(actor),
					sql`${paper.state} in ('received', 'being_checked', 'accepted')`
				)
			)
			.groupBy(application.id, person.id)
			.orderBy(asc(oldest), asc(application.id));
		return rows.map(({ receivedAt, ...row }) => ({
			...row,
			startedOn: inParis(receivedAt as Temporal.Instant).day
		}));
	},
	// Thousands may wait; only those past the préfet's figure, or within a month of it, are looked at.
	abnormal: async (tx, actor, months) => {
		if (months === null) return [];
		const from = today().subtract({ months }).add({ months: 1 });
		return tx
			.select({ ...COLUMNS, startedOn: application.filedOn })
			.from(application)
			.innerJoin(person, holder)
			.where(
				and(
					visibleApplications(actor),
					ne(application.state, 'struck_off'),
					lte(application.filedOn, from)
				)
			)
			.orderBy(asc(application.filedOn), asc(application.id));
	}
};
