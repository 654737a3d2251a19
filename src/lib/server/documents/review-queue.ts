import { and, asc, eq, gt, inArray, ne, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Actor, Agent } from '../../domain/accounts/actor.ts';
import {
	DESK_MINUTES,
	type QueueFilter,
	type QueueList
} from '../../domain/documents/review-queue.ts';
import { NotFound } from '../../domain/errors.ts';
import { visibleApplications } from '../applications/access.ts';
import { now, today } from '../clock.ts';
import { staffAccount } from '../db/schema/accounts.ts';
import { application, person } from '../db/schema/applications.ts';
import { counter } from '../db/schema/counters.ts';
import { paper, paperCategory, paperDesk } from '../db/schema/documents.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { mayReadSensitive, requireAgent } from './access.ts';
import { daysLeft, depositDays } from './deposit-clock.ts';

export const QUEUE_PAGE = 30;

const UNDECIDED = inArray(paper.state, ['received', 'being_checked']);
/** Its pages can be looked at: nothing is shown before the antivirus has spoken. */
const READY = sql`${paper.scan} in ('clean', 'unscanned_accepted') and ${paper.pageCount} > 0`;
/** Sent after a paper of the same sort, of the same person, was asked for again. */
const IS_ANSWER = sql`exists (
	select from ${paper} earlier join ${paperCategory} kind on kind.code = earlier.category_code
	where earlier.application_id = ${paper.applicationId} and earlier.state = 'to_resend'
	and earlier.person_id is not distinct from ${paper.personId}
	and kind.group_code = ${paperCategory.groupCode} and earlier.checked_at <= ${paper.receivedAt})`;

const LISTS: Record<QueueList, SQL> = {
	to_check: and(UNDECIDED, READY)!,
	answers: and(UNDECIDED, READY, IS_ANSWER)!,
	waiting: and(UNDECIDED, sql`not (${READY})`)!,
	to_deposit: eq(paper.state, 'accepted')
};

/** In one of the lists, as the index says it (paper_in_transit): of most papers only the fact is left. */
const IN_TRANSIT = sql`${paper.state} in ('received', 'being_checked', 'accepted')`;

/** The legal clock runs from reception, so the oldest is the most urgent. */
const ORDER = [asc(paper.receivedAt), asc(paper.id)];
const NOT_RECEIVED = sql`${paper.receivedAt}`.mapWith(paper.createdAt);

/** Papers of the territory that the filter lets through, whatever the list. */
async function within(tx: Tx, agent: Agent, filter: QueueFilter): Promise<SQL> {
	const group = filter.group === null ? undefined : eq(paperCategory.groupCode, filter.group);
	return and(visibleApplications(await narrowed(tx, agent, filter.counter)), group)!;
}

/** The agent as if they worked for one of their counters only. @throws NotFound for another's counter */
async function narrowed(tx: Tx, agent: Agent, slug: string | null): Promise<Agent> {
	if (slug === null) return agent;
	const [found] = await tx.select({ id: counter.id }).from(counter).where(eq(counter.slug, slug));
	const isMine = found && (agent.role === 'head' || agent.counterIds.includes(found.id));
	if (!isMine) throw new NotFound('counter');
	return { ...agent, role: 'agent', counterIds: [found.id] };
}

/** How many papers each list holds, for the filter's counter and sort of paper. */
export async function queueCounts(
	tx: Tx,
	actor: Actor,
	filter: QueueFilter
): Promise<Record<QueueList, number>> {
	const agent = requireAgent(actor, 'read-paper-queue');
	const counted = (list: QueueList) =>
		sql<number>`count(*) filter (where ${LISTS[list]})`.mapWith(Number);
	const [row] = await tx
		.select({
			to_check: counted('to_check'),
			answers: counted('answers'),
			waiting: counted('waiting'),
			to_deposit: counted('to_deposit')
		})
		.from(paper)
		.innerJoin(application, eq(application.id, paper.applicationId))
		.innerJoin(paperCategory, eq(paperCategory.code, paper.categoryCode))
		.where(and(IN_TRANSIT, await within(tx, agent, filter)));
	return row!;
}

/**
 * One page of a list, with the days left to deposit each paper in SNE and who has it before them.
 * @param page from 0
 * @throws Refused for whoever is no agent, NotFound for another's counter
 */
export async function reviewQueue(tx: Tx, actor: Actor, filter: QueueFilter, page = 0) {
	const agent = requireAgent(actor, 'read-paper-queue');
	const about = alias(person, 'about');
	const holder = alias(person, 'holder');
	const territory = await within(tx, agent, filter);
	const rows = tx
		.select({
			id: paper.id,
			applicationId: paper.applicationId,
			uniqueNumber: application.uniqueNumber,
			receivedAt: NOT_RECEIVED,
			channel: paper.channel,
			waitingFor: paper.waitingFor,
			pageCount: paper.pageCount,
			label: paperCategory.label,
			sensitive: paperCategory.sensitive,
			isAnswer: sql<boolean>`${IS_ANSWER}`,
			takenBy: staffAccount.name,
			firstName: sql<string | null>`coalesce(${about.firstName}, ${holder.firstName})`,
			lastName: sql<string | null>`coalesce(${about.lastName}, ${holder.lastName})`
		})
		.from(paper)
		.innerJoin(application, eq(application.id, paper.applicationId))
		.innerJoin(paperCategory, eq(paperCategory.code, paper.categoryCode))
		.leftJoin(about, eq(about.id, paper.personId))
		.leftJoin(
			holder,
			and(eq(holder.applicationId, paper.applicationId), eq(holder.role, 'applicant'))
		)
		.leftJoin(paperDesk, and(eq(paperDesk.paperId, paper.id), takenByAnother(agent)))
		.leftJoin(staffAccount, eq(staffAccount.id, paperDesk.staffId))
		.where(and(IN_TRANSIT, LISTS[filter.list], territory))
		.orderBy(...ORDER)
		.limit(QUEUE_PAGE + 1)
		.offset(page * QUEUE_PAGE);
	const day = today();
	const [found, days] = await Promise.all([rows, depositDays(tx)]);
	return {
		lines: found
			.slice(0, QUEUE_PAGE)
			.map((row) => ({ ...row, daysLeft: daysLeft(row.receivedAt, day, days) })),
		more: found.length > QUEUE_PAGE
	};
}

/** Another agent opened it a few minutes ago at most. */
export function takenByAnother(agent: Agent): SQL {
	return and(
		ne(paperDesk.staffId, agent.staffId),
		gt(paperDesk.since, now().subtract({ minutes: DESK_MINUTES }))
	)!;
}

/**
 * The paper to read after this one: the next of the list by the clock, else the first again; never one that another
 * agent has before them, nor a sensitive one that this agent may not read.
 * @param after where the agent is in the list; null before the first
 * @returns null when there is none left
 */
export async function nextInQueue(
	tx: Tx,
	actor: Actor,
	filter: QueueFilter,
	after: { id: string; receivedAt: Temporal.Instant } | null
): Promise<{ id: string } | null> {
	const agent = requireAgent(actor, 'read-paper-queue');
	const readable = mayReadSensitive(agent) ? undefined : eq(paperCategory.sensitive, false);
	const at = sql`(${paper.receivedAt}, ${paper.id})`;
	const isLater = after
		? [sql`${at} > (${after.receivedAt.toString()}::timestamptz, ${after.id}::uuid) desc`]
		: [];
	const [found] = await tx
		.select({ id: paper.id })
		.from(paper)
		.innerJoin(application, eq(application.id, paper.applicationId))
		.innerJoin(paperCategory, eq(paperCategory.code, paper.categoryCode))
		.leftJoin(paperDesk, and(eq(paperDesk.paperId, paper.id), takenByAnother(agent)))
		.where(
			and(
				IN_TRANSIT,
				LISTS[filter.list],
				await within(tx, agent, filter),
				readable,
				sql`${paperDesk.paperId} is null`,
				after ? ne(paper.id, after.id) : undefined
			)
		)
		.orderBy(...isLater, ...ORDER)
		.limit(1);
	return found ?? null;
}
