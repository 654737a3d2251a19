import { and, asc, eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { possiblePaperActions } from '../../domain/documents/states.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { today } from '../clock.ts';
import { application, person } from '../db/schema/applications.ts';
import { paperCategory } from '../db/schema/documents.ts';
import { paperFile } from '../db/schema/paper-content.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { isReadable, lockPaper, mayOpenContent, requireAgent } from './access.ts';
import { daysLeft, depositDays } from './deposit-clock.ts';
import { unpackResend } from './resend-reason.ts';

/**
 * What an agent sees of one paper, beside its content: whose, of what kind, since when, and what may be done with it.
 * The look leaves a line in the journal.
 * @throws NotFound for a paper outside the agent's territory
 */
export async function viewPaper(tx: Tx, actor: Actor, input: { paperId: string }) {
	requireAgent(actor, 'view-paper');
	const found = await lockPaper(tx, actor, input.paperId);
	const [[kind], owner, content, days] = await Promise.all([
		tx
			.select({ label: paperCategory.label, explanation: paperCategory.explanation })
			.from(paperCategory)
			.where(eq(paperCategory.code, found.categoryCode)),
		whose(tx, found.applicationId, found.personId),
		contentOf(tx, found.id),
		depositDays(tx)
	]);
	await recordAudit(tx, actor, {
		action: 'view-paper',
		applicationId: found.applicationId,
		subjectKind: 'paper',
		subjectId: found.id
	});
	return {
		id: found.id,
		applicationId: found.applicationId,
		category: found.categoryCode,
		personId: found.personId,
		channel: found.channel,
		sensitive: found.sensitive,
		checkedAt: found.checkedAt,
		isReadable: isReadable(found),
		isReady: found.cleanObjectId !== null,
		...owner,
		...kind!,
		state: found.state,
		...content,
		receivedAt: found.receivedAt ?? found.createdAt,
		daysLeft: daysLeft(found.receivedAt ?? found.createdAt, today(), days),
		resend: unpackResend(found.reason, found.told),
		hasContent: found.preparedAt !== null,
		scan: found.scan,
		pageCount: found.pageCount,
		waitingFor: found.waitingFor,
		trouble: found.trouble,
		mark: found.mark,
		depositedAt: found.depositedAt,
		destroyedAt: found.destroyedAt,
		mayOpen: mayOpenContent(actor, found.sensitive),
		actions: possiblePaperActions(found.state, 'agent')
	};
}

export type PaperView = Awaited<ReturnType<typeof viewPaper>>;

/** The files of the paper, as one: the name and type of the first, the weight of all. */
async function contentOf(tx: Tx, paperId: string) {
	const files = await tx
		.select({
			fileName: paperFile.fileName,
			mediaType: paperFile.mediaType,
			byteSize: paperFile.byteSize
		})
		.from(paperFile)
		.where(eq(paperFile.paperId, paperId))
		.orderBy(asc(paperFile.position));
	return {
		fileName: files[0]?.fileName ?? '',
		mediaType: files[0]?.mediaType ?? '',
		byteSize: files.reduce((sum, file) => sum + (file.byteSize ?? 0), 0)
	};
}

/** The number of the request, and the name of the person the paper is about: the applicant for a household's paper. */
async function whose(tx: Tx, applicationId: string, personId: string | null) {
	const [row] = await tx
		.select({
			uniqueNumber: application.uniqueNumber,
			firstName: person.firstName,
			lastName: person.lastName,
			role: person.role
		})
		.from(application)
		.leftJoin(
			person,
			and(
				eq(person.applicationId, application.id),
				personId === null ? eq(person.role, 'applicant') : eq(person.id, personId)
			)
		)
		.where(eq(application.id, applicationId));
	return row!;
}
