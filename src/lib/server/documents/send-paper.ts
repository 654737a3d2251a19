import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { actorLabel, type Actor } from '../../domain/accounts/actor.ts';
import { NotFound } from '../../domain/errors.ts';
import { recordEvent } from '../applications/record-event.ts';
import { isUuid } from '../applications/access.ts';
import { now, today } from '../clock.ts';
import { paper } from '../db/schema/documents.ts';
import { paperFile } from '../db/schema/paper-content.ts';
import type { Tx } from '../db/unit-of-work.ts';
import type { PaperStore } from '../ports/storage.ts';
import { holdMandate } from '../helpers/hold-mandate.ts';
import { requireSender } from './access.ts';
import { checkQuota, lockApplication } from './check-quota.ts';
import { checkWhatIsSent } from './check-what-is-sent.ts';
import { enqueuePreparation } from './enqueue-preparation.ts';
import type { ReceivedFile } from './receive-file.ts';
import { keepObjects } from './sealed-objects.ts';

export type SendPaperInput = {
	received: ReceivedFile;
	/** Whom the paper is about; null for a paper of the household. */
	personId: string | null;
	category: string;
	/** Drawn with the form: the same click twice is the same paper. */
	sendingId: string;
	store: PaperStore;
};

/**
 * Makes a received file a paper of the request, and its content durable before the row is committed: a crash at any
 * step leaves at worst an object that no row names (sweep-orphans.ts), never a row without content.
 *
 * @returns the paper's id; `repeated` when this sending had already arrived: the file just received is then unused
 * @throws RuleBroken `file-too-many-files`, `file-request-full`, `paper-unknown-kind`, `forbidden-transition`
 */
export async function sendPaper(
	tx: Tx,
	actor: Actor,
	input: SendPaperInput
): Promise<{ paperId: string; repeated: boolean }> {
	const { applicationId } = requireSender(actor, 'send-paper');
	const { received } = input;
	if (received.applicationId !== applicationId || !isUuid(input.sendingId)) {
		throw new NotFound('application');
	}
	// Asked again with the bytes in: a phone may send for minutes, in which a helper may be dismissed.
	if (actor.kind === 'helper') await holdMandate(tx, actor, { act: 'send-paper' });
	await lockApplication(tx, applicationId);
	const earlier = await sameSending(tx, applicationId, input);
	if (earlier.paperId) return { paperId: earlier.paperId, repeated: true };
	const personId = await checkWhatIsSent(tx, { ...input, applicationId });
	await checkQuota(tx, applicationId, received.byteSize);
	const { sendingId } = earlier;
	await insertPaper(tx, actor, { ...input, personId, sendingId });
	await keepObjects(tx, input.store, [received.object]);
	await insertFile(tx, received, sendingId);
	await enqueuePreparation(tx, received.paperId);
	await recordReception(tx, actor, input);
	return { paperId: received.paperId, repeated: false };
}

async function insertPaper(tx: Tx, actor: Actor, input: SendPaperInput): Promise<void> {
	await tx.insert(paper).values({
		id: input.received.paperId,
		applicationId: input.received.applicationId,
		personId: input.personId,
		categoryCode: input.category,
		state: 'received',
		sendingId: input.sendingId,
		sentBy: actorLabel(actor),
		createdAt: now(),
		receivedAt: now()
	});
}

async function insertFile(tx: Tx, received: ReceivedFile, sendingId: string): Promise<void> {
	const { object, ...file } = received;
	await tx.insert(paperFile).values({
		...file,
		position: 1,
		expectedBytes: file.byteSize,
		receivedBytes: file.byteSize,
		state: 'arrived',
		sendingId,
		objectId: object.id,
		createdAt: now(),
		lastByteAt: now()
	});
}

/**
 * The same form sent twice with the same content is one paper. With another content (a browser that went back to a
 * form it had kept), it is another paper, under a number of its own.
 */
async function sameSending(tx: Tx, applicationId: string, input: SendPaperInput) {
	const [row] = await tx
		.select({
			id: paper.id,
			sha256: paperFile.sha256,
			state: paper.state,
			category: paper.categoryCode
		})
		.from(paper)
		.leftJoin(paperFile, eq(paperFile.paperId, paper.id))
		.where(and(eq(paper.applicationId, applicationId), eq(paper.sendingId, input.sendingId)));
	if (!row) return { paperId: null, sendingId: input.sendingId };
	const same = row.sha256 === input.received.sha256 && row.category === input.category;
	if (same && row.state !== 'deleted') return { paperId: row.id, sendingId: input.sendingId };
	return { paperId: null, sendingId: randomUUID() };
}

async function recordReception(tx: Tx, actor: Actor, input: SendPaperInput): Promise<void> {
	await recordEvent(tx, actor, {
		applicationId: input.received.applicationId,
		kind: 'papers_received',
		occurredOn: today(),
		origin: 'declared',
		author: actor.kind === 'helper' ? actor.name : 'applicant',
		detail: { paperId: input.received.paperId, category: input.category }
	});
}
