import { and, asc, count, eq, notInArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Actor } from '../../domain/accounts/actor.ts';
import { applicationById, householdOf } from '../applications/queries.ts';
import type { Nationality } from '../../domain/applications/codes.ts';
import type { PaperCategoryCode } from '../../domain/documents/categories.ts';
import { expectedPapers, missingPapers } from '../../domain/documents/expected-papers.ts';
import type {
	ExpectedPapersInput,
	HouseholdMember
} from '../../domain/documents/expected-papers.ts';
import { countedForActor, visibleApplications } from '../applications/access.ts';
import { today } from '../clock.ts';
import { built, type Given } from '../db/built.ts';
import { application, person } from '../db/schema/applications.ts';
import { paper, paperCategory, paperRequest } from '../db/schema/documents.ts';
import { paperFile } from '../db/schema/paper-content.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { daysLeft, depositDays } from './deposit-clock.ts';
import { unpackResend } from './resend-reason.ts';

/** A draft is not sent yet, and a paper taken back is not sent any more. */
const UNSENT: ('receiving' | 'deleted')[] = ['receiving', 'deleted'];
/** The household's members whose papers count: those to be housed for good. */
const HOUSED: readonly string[] = ['applicant', 'coapplicant', 'dependant'];

/**
 * Everything about the papers of one request: who is in the household, what is expected (missing first is the
 * screen's business), what was sent, oldest first.
 * @throws NotFound for a stranger's request
 */
export async function papersOfRequest(tx: Tx, actor: Actor, applicationId: string) {
	const [, household, sent, asked] = await Promise.all([
		applicationById(tx, actor, applicationId, 'papers'),
		householdOf(tx, applicationId),
		sentPapers(tx, applicationId),
		askedPapers(tx, { applicationId })
	]);
	return { household, sent, expected: expectedPapers(expectationInput(household, sent, asked)) };
}

/**
 * What the applicant still has to send: never sent, or to be sent again.
 * @throws NotFound for a stranger's request
 */
export async function missingPapersOf(tx: Tx, actor: Actor, applicationId: string) {
	const [, household, sent, asked] = await Promise.all([
		applicationById(tx, actor, applicationId),
		householdOf(tx, applicationId),
		sentPapers(tx, applicationId),
		askedPapers(tx, { applicationId })
	]);
	return missingPapers(expectationInput(household, sent, asked));
}

/** The catalogue, in its order, with its words in every language. */
export const paperKinds = built((tx) =>
	tx.select().from(paperCategory).orderBy(asc(paperCategory.position))
);

export type PaperKind = Awaited<ReturnType<typeof paperKinds>>[number];
export type SentPaperLine = Awaited<ReturnType<typeof sentPapers>>[number];

/** Papers of a request that were sent and not deleted, oldest first; never their keys. */
async function sentPapers(tx: Tx, applicationId: string) {
	const rows = await sent(tx, { applicationId });
	return rows.map((row) => ({
		...row,
		resend: unpackResend(row.reason, row.told),
		hasContent: row.preparedAt !== null
	}));
}

const sent = built((tx, { applicationId }: Given<'applicationId'>) =>
	tx
		.select({
			id: paper.id,
			personId: paper.personId,
			category: paper.categoryCode,
			state: paper.state,
			fileName: sql<string>`coalesce(min(${paperFile.fileName}) filter (where ${paperFile.position} = 1), '')`,
			mediaType: sql<string>`coalesce(min(${paperFile.mediaType}) filter (where ${paperFile.position} = 1), '')`,
			byteSize: sql`coalesce(sum(${paperFile.byteSize}), 0)`.mapWith(Number),
			receivedAt: sql`${paper.receivedAt}`.mapWith(paper.createdAt),
			pageCount: paper.pageCount,
			scan: paper.scan,
			preparedAt: paper.preparedAt,
			trouble: paper.trouble,
			reason: paper.reason,
			told: paper.told,
			mark: paper.mark,
			depositedAt: paper.depositedAt,
			destroyedAt: paper.destroyedAt
		})
		.from(paper)
		.leftJoin(paperFile, eq(paperFile.paperId, paper.id))
		.where(and(eq(paper.applicationId, applicationId), notInArray(paper.state, UNSENT)))
		.groupBy(paper.id)
		.orderBy(asc(paper.receivedAt), asc(paper.id))
);

/** What a counter asked for beyond what is always asked. */
const askedPapers = built((tx, { applicationId }: Given<'applicationId'>) =>
	tx
		.select({ personId: paperRequest.personId, category: paperRequest.categoryCode })
		.from(paperRequest)
		.where(eq(paperRequest.applicationId, applicationId))
		.orderBy(asc(paperRequest.askedAt))
);

function expectationInput(
	household: Awaited<ReturnType<typeof householdOf>>,
	papers: ExpectedPapersInput['papers'],
	asked: Awaited<ReturnType<typeof askedPapers>>
): ExpectedPapersInput {
	return {
		household: household
			.filter((member) => HOUSED.includes(member.role))
			.map((member) => ({
				id: member.id,
				role: member.role as HouseholdMember['role'],
				birthDate: member.birthDate,
				nationality: member.nationality as Nationality | null
			})),
		papers,
		asked: asked.map((line) => ({ ...line, category: line.category as PaperCategoryCode })),
		today: today()
	};
}

/** As the indexes say it (paper_to_check). */
const TO_CHECK = sql`${paper.state} in ('received', 'being_checked')`;

/** How many papers wait for a check in the requests this agent may see. */
export async function countPapersToCheck(tx: Tx, actor: Actor): Promise<number> {
	const [row] = await toCheck(tx, actor);
	return row?.papers ?? 0;
}

const toCheck = countedForActor((tx, visible) =>
	tx
		.select({ papers: count() })
		.from(paper)
		.where(and(TO_CHECK, visible(paper.applicationId)))
);

/** Papers to check in the requests this agent may see, oldest first, with the days left to deposit each in SNE. */
export async function papersToCheck(tx: Tx, actor: Actor, limit = 100) {
	const about = alias(person, 'about');
	const holder = alias(person, 'holder');
	const rows = await tx
		.select({
			id: paper.id,
			applicationId: paper.applicationId,
			uniqueNumber: application.uniqueNumber,
			state: paper.state,
			receivedAt: sql`${paper.receivedAt}`.mapWith(paper.createdAt),
			scan: paper.scan,
			waitingFor: paper.waitingFor,
			pageCount: paper.pageCount,
			label: paperCategory.label,
			sensitive: paperCategory.sensitive,
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
		.where(and(TO_CHECK, visibleApplications(actor)))
		.orderBy(asc(paper.receivedAt), asc(paper.id))
		.limit(limit);
	const day = today();
	const days = await depositDays(tx);
	return rows.map((row) => ({ ...row, daysLeft: daysLeft(row.receivedAt, day, days) }));
}
