import { and, desc, eq, isNull } from 'drizzle-orm';
import { actorLabel, type Actor } from '../../domain/accounts/actor.ts';
import { checkEvent } from '../../domain/applications/states.ts';
import { NotFound } from '../../domain/errors.ts';
import { applicationById } from '../applications/queries.ts';
import { isUuid } from '../applications/access.ts';
import { authorOf } from '../applications/record-event.ts';
import { now } from '../clock.ts';
import { paper } from '../db/schema/documents.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { requireOwner } from './access.ts';
import { lockApplication } from './check-quota.ts';
import { checkWhatIsSent } from './check-what-is-sent.ts';
import { keepDraft } from './draft-files.ts';

export type StartDraftInput = {
	category: string;
	/** Whom the paper is about; null for a paper of the household. */
	personId: string | null;
	/** Drawn with the form: the same click twice is the same document. */
	sendingId: string;
	/** Never one that was begun before: what was shared from the phone may turn out to be something else. */
	apart?: boolean;
};

/**
 * Begins a document that will be put together page by page. The server holds it, so that a phone whose browser is
 * killed loses nothing; nobody but its author sees it before it is sent. A document already begun for the same need
 * is gone on with.
 *
 * @throws RuleBroken `paper-unknown-kind`, `paper-unknown-person`, `paper-not-asked`, `forbidden-transition` when the
 * request takes no more papers
 */
export async function startDraft(
	tx: Tx,
	actor: Actor,
	input: StartDraftInput
): Promise<{ paperId: string }> {
	const { applicationId } = requireOwner(actor, 'send-paper');
	if (!isUuid(input.sendingId)) throw new NotFound('paper');
	await lockApplication(tx, applicationId);
	const { state } = await applicationById(tx, actor, applicationId);
	checkEvent(state, 'papers_received', authorOf(actor, 'declared'));
	const personId = await checkWhatIsSent(tx, { ...input, applicationId });
	const begun = await begunBefore(tx, applicationId, { ...input, personId });
	if (begun) return { paperId: begun };
	const [created] = await tx
		.insert(paper)
		.values({
			applicationId,
			personId,
			categoryCode: input.category,
			state: 'receiving',
			sendingId: input.sendingId,
			sentBy: actorLabel(actor),
			createdAt: now()
		})
		.returning({ id: paper.id });
	await keepDraft(tx, created!.id);
	return { paperId: created!.id };
}

async function begunBefore(tx: Tx, applicationId: string, input: StartDraftInput) {
	const ofRequest = eq(paper.applicationId, applicationId);
	const [sameClick] = await tx
		.select({ id: paper.id })
		.from(paper)
		.where(and(ofRequest, eq(paper.sendingId, input.sendingId)));
	if (sameClick || input.apart) return sameClick?.id;
	const person =
		input.personId === null ? isNull(paper.personId) : eq(paper.personId, input.personId);
	const [sameNeed] = await tx
		.select({ id: paper.id })
		.from(paper)
		.where(
			and(
				ofRequest,
				eq(paper.state, 'receiving'),
				eq(paper.channel, 'phone'),
				eq(paper.categoryCode, input.category),
				person
			)
		)
		.orderBy(desc(paper.createdAt))
		.limit(1);
	return sameNeed?.id;
}
