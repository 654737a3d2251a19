import { asc, eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { possiblePaperActions } from '../../domain/documents/states.ts';
import { person } from '../db/schema/applications.ts';
import { paperCategory } from '../db/schema/documents.ts';
import { paperPage } from '../db/schema/paper-content.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { lockPaper, requireOwner } from './access.ts';
import { filesOfDraft } from './draft-files.ts';
import { unpackResend } from './resend-reason.ts';

export type MyPaper = Awaited<ReturnType<typeof myPaper>>;

/**
 * One paper as its owner sees it, sent or still being put together: what it is, whose, where it stands, the files it
 * was sent as and the pages that can be looked at.
 * @throws NotFound for a stranger's paper
 */
export async function myPaper(tx: Tx, actor: Actor, input: { paperId: string }) {
	requireOwner(actor, 'view-own-paper');
	const found = await lockPaper(tx, actor, input.paperId);
	const { code, label, explanation } = paperCategory;
	const [[kind], person, files, pages] = await Promise.all([
		tx.select({ code, label, explanation }).from(paperCategory).where(eq(code, found.categoryCode)),
		aboutWhom(tx, found.personId),
		filesOfDraft(tx, found.id),
		pagesOf(tx, found.id)
	]);
	const { id, state, channel, receivedAt, checkedAt, expiresAt, depositedAt, destroyedAt } = found;
	return {
		...{ id, state, channel, receivedAt, checkedAt, expiresAt, depositedAt, destroyedAt },
		kind: kind!,
		...{ person, files, pages },
		prepared: found.preparedAt !== null,
		resend: unpackResend(found.reason, found.told),
		told: found.told,
		trouble: found.trouble,
		mayDelete: possiblePaperActions(state, 'applicant').includes('delete')
	};
}

async function aboutWhom(tx: Tx, personId: string | null) {
	if (personId === null) return null;
	const { firstName, lastName } = person;
	const [found] = await tx
		.select({ firstName, lastName })
		.from(person)
		.where(eq(person.id, personId));
	return found ?? null;
}

function pagesOf(tx: Tx, paperId: string) {
	return tx
		.select({ number: paperPage.number, fileId: paperPage.fileId, rotation: paperPage.rotation })
		.from(paperPage)
		.where(eq(paperPage.paperId, paperId))
		.orderBy(asc(paperPage.number));
}
