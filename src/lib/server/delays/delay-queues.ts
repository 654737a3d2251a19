import { asc, sql, type Column, type SQL } from 'drizzle-orm';
import type { Actor, Agent } from '../../domain/accounts/actor.ts';
import { delayClock, DELAYS, type DelayRule } from '../../domain/delays/delays.ts';
import { NotFound } from '../../domain/errors.ts';
import { today } from '../clock.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { settingsOf, type SettingViews } from '../settings/queries.ts';
import { QUEUED, started, type QueuedDelay } from './delays-started.ts';

/** Requests on a page, those most in need first. */
const PAGE_SIZE = 25;

const SETTINGS = QUEUED.map((kind) => DELAYS[kind].setting);
type Settings = SettingViews<(typeof SETTINGS)[number]>;

/**
 * For each delay of the law that somebody at a counter can still keep or answer for: its figure, how many requests of
 * the agent's territory are past it, and which come first.
 * @throws NotFound for whoever is no agent
 */
export async function delayQueues(tx: Tx, actor: Actor): Promise<DelayQueue[]> {
	const agent = requireAgent(actor);
	const settings = await settingsOf(tx, SETTINGS);
	return Promise.all(QUEUED.map((kind) => queueOf(tx, agent, settings, kind, 0)));
}

/**
 * One of them, page by page, whoever has waited longest first.
 * @param page from 0
 * @throws NotFound for whoever is no agent
 */
export async function delayQueue(
	tx: Tx,
	actor: Actor,
	{ kind, page }: { kind: QueuedDelay; page: number }
): Promise<DelayQueue> {
	const agent = requireAgent(actor);
	return queueOf(tx, agent, await settingsOf(tx, SETTINGS), kind, page);
}

export type DelayQueue = Awaited<ReturnType<typeof queueOf>>;

function requireAgent(actor: Actor): Agent {
	if (actor.kind !== 'agent') throw new NotFound('delay');
	return actor;
}

async function queueOf(tx: Tx, agent: Agent, settings: Settings, kind: QueuedDelay, page: number) {
	const { value: length, confirmed } = settings[DELAYS[kind].setting];
	// Nobody is past a delay that nobody knows.
	if (length === null)
		return { kind, length, confirmed, past: 0, running: 0, lines: [], more: false };
	const from = started(tx, agent, kind, length);
	const isPast = sql`${dueOn(kind, from.startedOn, length)} < ${today().toString()}::date`;
	const found = await tx
		.select({
			line: {
				applicationId: from.applicationId,
				uniqueNumber: from.uniqueNumber,
				firstName: from.firstName,
				lastName: from.lastName,
				startedOn: from.startedOn
			},
			all: sql<number>`(count(*) over ())::int`,
			past: sql<number>`(count(*) filter (where ${isPast}) over ())::int`
		})
		.from(from)
		.orderBy(asc(from.startedOn), asc(from.applicationId))
		.limit(PAGE_SIZE + 1)
		.offset(page * PAGE_SIZE);
	const { all, past } = found[0] ?? { all: 0, past: 0 };
	const clock = (startedOn: Temporal.PlainDate) =>
		delayClock(kind, { startedOn, endedOn: null, length }, today());
	return {
		kind,
		length,
		confirmed,
		past,
		running: all - past,
		lines: found.slice(0, PAGE_SIZE).map(({ line }) => ({ ...line, ...clock(line.startedOn) })),
		more: found.length > PAGE_SIZE
	};
}

/** PostgreSQL adds months as we do: 31 January and one month is the last day of February. */
function dueOn(kind: QueuedDelay, startedOn: SQL.Aliased | Column, length: number): SQL {
	const { unit, mostMonths }: DelayRule = DELAYS[kind];
	const inMonths = (months: number) =>
		sql`(${startedOn} + make_interval(months => ${months}::int))::date`;
	if (unit === 'months') return inMonths(length);
	const inDays = sql`(${startedOn} + make_interval(days => ${length}::int))::date`;
	return mostMonths === undefined ? inDays : sql`least(${inDays}, ${inMonths(mostMonths)})`;
}
