import { and, asc, eq, isNull, or } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { applicationById, householdOf } from '../applications/queries.ts';
import { PARIS, today } from '../clock.ts';
import { paper, paperCategory } from '../db/schema/documents.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { settingOf } from '../settings/queries.ts';
import { mayOpenContent, requireAgent } from './access.ts';
import { daysLeft, depositDays } from './deposit-clock.ts';

/**
 * The papers of a request that are to be filed in SNE, the most urgent first, and those that were and are still here,
 * with the day each is destroyed.
 * @throws Refused for whoever is no agent, NotFound for a request outside their territory
 */
export async function papersToDeposit(tx: Tx, actor: Actor, applicationId: string) {
	requireAgent(actor, 'deposit-paper');
	const { uniqueNumber } = await applicationById(tx, actor, applicationId);
	const { value: graceDays } = await settingOf(tx, 'paper_grace_days');
	const rows = await tx
		.select({
			id: paper.id,
			state: paper.state,
			personId: paper.personId,
			label: paperCategory.label,
			sensitive: paperCategory.sensitive,
			pageCount: paper.pageCount,
			receivedAt: paper.receivedAt,
			preparedAt: paper.preparedAt,
			depositedAt: paper.depositedAt
		})
		.from(paper)
		.innerJoin(paperCategory, eq(paperCategory.code, paper.categoryCode))
		.where(
			and(
				eq(paper.applicationId, applicationId),
				or(eq(paper.state, 'accepted'), eq(paper.state, 'passed_on')),
				isNull(paper.destroyedAt)
			)
		)
		.orderBy(asc(paper.receivedAt), asc(paper.id));
	const day = today();
	const days = await depositDays(tx);
	const papers = rows.map((row) => ({
		...row,
		mayOpen: mayOpenContent(actor, row.sensitive),
		daysLeft: daysLeft(row.receivedAt!, day, days),
		destroyedOn: row.depositedAt && dayOf(row.depositedAt).add({ days: graceDays })
	}));
	return {
		uniqueNumber,
		household: await householdOf(tx, applicationId),
		graceDays,
		destroyedOn: day.add({ days: graceDays }),
		toDeposit: papers.filter(({ state }) => state === 'accepted'),
		deposited: papers.filter(({ state }) => state === 'passed_on')
	};
}

const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(PARIS).toPlainDate();
