import { and, asc, eq, ne, notInArray } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { expectedYear } from '../../domain/documents/expected-year.ts';
import type { QueueFilter } from '../../domain/documents/review-queue.ts';
import { householdOf, incomesOf } from '../applications/queries.ts';
import { today } from '../clock.ts';
import { staffAccount } from '../db/schema/accounts.ts';
import { paper, paperNote } from '../db/schema/documents.ts';
import { paperPage } from '../db/schema/paper-content.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { mayReadSensitive, requireAgent } from './access.ts';
import { paperKinds } from './queries.ts';
import { reasonCatalogue } from './reason-catalogue.ts';
import { nextInQueue, queueCounts } from './review-queue.ts';
import { takeDesk } from './take-desk.ts';
import { viewPaper, type PaperView } from './view-paper.ts';

/**
 * All that an agent needs to decide on a paper without leaving the screen: the paper, what is expected of it, the
 * household, the other papers of the request, the notes of colleagues, and the paper to read next. The look leaves its
 * line in the journal, and the paper is left to this agent for a few minutes.
 * @throws NotFound for a paper outside the agent's territory
 */
export async function reviewPaper(
	tx: Tx,
	actor: Actor,
	{ paperId, filter }: { paperId: string; filter: QueueFilter }
) {
	const agent = requireAgent(actor, 'view-paper');
	const found = await viewPaper(tx, actor, { paperId });
	const { id, receivedAt, applicationId } = found;
	const undecided = found.state === 'received' || found.state === 'being_checked';
	const takenBy = undecided && found.mayOpen ? await takeDesk(tx, agent, id) : null;
	const [pages, kinds, reasons, household, { incomes }, others, ...beside] = await Promise.all([
		found.mayOpen && found.isReadable ? pagesOf(tx, id) : [],
		paperKinds(tx),
		reasonCatalogue(tx, actor, { inUse: true }),
		householdOf(tx, applicationId),
		incomesOf(tx, applicationId),
		otherPapers(tx, found),
		notesOf(tx, id),
		queueCounts(tx, actor, filter),
		nextInQueue(tx, actor, filter, { id, receivedAt })
	]);
	const [notes, counts, next] = beside;
	return {
		...{ paper: found, takenBy, pages, kinds, reasons, household, incomes, others, notes, next },
		year: expectedYear(found.category, today()),
		left: counts[filter.list],
		readsSensitive: mayReadSensitive(agent)
	};
}

export type PaperReview = Awaited<ReturnType<typeof reviewPaper>>;

function pagesOf(tx: Tx, paperId: string) {
	return tx
		.select({
			number: paperPage.number,
			width: paperPage.width,
			height: paperPage.height,
			rotation: paperPage.rotation
		})
		.from(paperPage)
		.where(eq(paperPage.paperId, paperId))
		.orderBy(asc(paperPage.number));
}

function otherPapers(tx: Tx, { id, applicationId }: PaperView) {
	return tx
		.select({
			id: paper.id,
			personId: paper.personId,
			category: paper.categoryCode,
			state: paper.state,
			scan: paper.scan,
			pageCount: paper.pageCount,
			receivedAt: paper.receivedAt
		})
		.from(paper)
		.where(
			and(
				eq(paper.applicationId, applicationId),
				ne(paper.id, id),
				notInArray(paper.state, ['receiving', 'deleted'])
			)
		)
		.orderBy(asc(paper.receivedAt), asc(paper.id));
}

function notesOf(tx: Tx, paperId: string) {
	return tx
		.select({
			id: paperNote.id,
			text: paperNote.text,
			by: staffAccount.name,
			writtenAt: paperNote.writtenAt
		})
		.from(paperNote)
		.innerJoin(staffAccount, eq(staffAccount.id, paperNote.staffId))
		.where(eq(paperNote.paperId, paperId))
		.orderBy(asc(paperNote.writtenAt), asc(paperNote.id));
}
