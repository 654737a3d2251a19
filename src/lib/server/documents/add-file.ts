import { and, eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { cleanFileName } from '../../domain/documents/clean-file-name.ts';
import { NotFound, RuleBroken } from '../../domain/errors.ts';
import { isUuid } from '../applications/access.ts';
import { now } from '../clock.ts';
import { paperFile } from '../db/schema/paper-content.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { checkQuota } from './check-quota.ts';
import {
	fileOfDraft,
	filesOfDraft,
	keepDraft,
	lockDraftAndRequest,
	type PaperFile
} from './draft-files.ts';
import { sendingLimits } from './sending-limits.ts';

export type AddFileInput = {
	paperId: string;
	/** Drawn from the content: the same file chosen again goes on where its sending stopped. */
	sendingId: string;
	fileName: string;
	declaredType: string;
	/** Bytes, as announced; null when the sender does not say. */
	expectedBytes: number | null;
	/** The file whose place it takes once it has arrived: a page that was cut or blackened. */
	replaces: string | null;
};

/**
 * Announces a file of a draft before its bytes: its place is counted by the quota from now on.
 * @throws NotFound; RuleBroken `draft-sent`, `file-empty`, `file-too-large`, `file-too-many-files`, `file-request-full`
 */
export async function addFile(tx: Tx, actor: Actor, input: AddFileInput): Promise<PaperFile> {
	const draft = await lockDraftAndRequest(tx, actor, input.paperId);
	if (!isUuid(input.sendingId)) throw new NotFound('file');
	const earlier = await sameSending(tx, draft.applicationId, input);
	if (earlier) return earlier;
	const size = input.expectedBytes;
	if (size === 0) throw new RuleBroken('file-empty');
	const { fileBytes } = await sendingLimits(tx);
	if (size !== null && size > fileBytes) throw new RuleBroken('file-too-large');
	await checkQuota(tx, draft.applicationId, size ?? 0);
	const [added] = await tx
		.insert(paperFile)
		.values({
			paperId: draft.id,
			applicationId: draft.applicationId,
			position: await placeOf(tx, draft.id, input.replaces),
			fileName: cleanFileName(input.fileName),
			declaredType: input.declaredType.slice(0, 100),
			expectedBytes: size,
			state: 'sending',
			sendingId: input.sendingId,
			createdAt: now(),
			lastByteAt: now()
		})
		.returning();
	await keepDraft(tx, draft.id);
	return added!;
}

async function sameSending(tx: Tx, applicationId: string, input: AddFileInput) {
	const [found] = await tx
		.select()
		.from(paperFile)
		.where(
			and(eq(paperFile.applicationId, applicationId), eq(paperFile.sendingId, input.sendingId))
		);
	if (found && found.paperId !== input.paperId) throw new NotFound('file');
	return found;
}

/** After the last; or in the very place of the file it replaces, which goes when this one has arrived. */
async function placeOf(tx: Tx, paperId: string, replaces: string | null): Promise<number> {
	if (replaces !== null) return (await fileOfDraft(tx, paperId, replaces)).position;
	const last = (await filesOfDraft(tx, paperId)).at(-1);
	return (last?.position ?? 0) + 1;
}
