import { randomUUID } from 'node:crypto';
import { and, count, eq, isNotNull, sum } from 'drizzle-orm';
import { actorLabel, type Actor } from '../../domain/accounts/actor.ts';
import { judgeQuota } from '../../domain/documents/limits.ts';
import { NotFound, RuleBroken } from '../../domain/errors.ts';
import { recordEvent } from '../applications/record-event.ts';
import { isUuid } from '../applications/access.ts';
import { now, today } from '../clock.ts';
import { application } from '../db/schema/applications.ts';
import { paper } from '../db/schema/documents.ts';
import type { Tx } from '../db/unit-of-work.ts';
import type { PaperStore } from '../ports/storage.ts';
import { requireOwner } from './access.ts';
import { checkWhatIsSent } from './check-what-is-sent.ts';
import type { ReceivedFile } from './receive-file.ts';

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
	const { applicationId } = requireOwner(actor, 'send-paper');
	const { received } = input;
	if (received.applicationId !== applicationId || !isUuid(input.sendingId)) {
		throw new NotFound('application');
	}
	await lockApplication(tx, applicationId);
	const earlier = await sameSending(tx, applicationId, input);
	if (earlier.paperId) return { paperId: earlier.paperId, repeated: true };
	const personId = await checkWhatIsSent(tx, { ...input, applicationId });
	await checkQuota(tx, applicationId, received.byteSize);
	await tx.insert(paper).values({
		...stored(received),
		personId,
		categoryCode: input.category,
		state: 'received',
		sendingId: earlier.sendingId,
		sentBy: actorLabel(actor),
		receivedAt: now()
	});
	await recordReception(tx, actor, input);
	await input.store.promote(received.storageKey);
	return { paperId: received.paperId, repeated: false };
}

/** One sending at a time for each request: counting and inserting are then one step. */
async function lockApplication(tx: Tx, applicationId: string): Promise<void> {
	const found = await tx
		.select({ id: application.id })
		.from(application)
		.where(eq(application.id, applicationId))
		.for('update');
	if (found.length === 0) throw new NotFound('application');
}

/**
 * The same form sent twice with the same content is one paper. With another content (a browser that went back to a
 * form it had kept), it is another paper, under a number of its own.
 */
async function sameSending(tx: Tx, applicationId: string, input: SendPaperInput) {
	const [row] = await tx
		.select({
			id: paper.id,
			sha256: paper.sha256,
			state: paper.state,
			category: paper.categoryCode
		})
		.from(paper)
		.where(and(eq(paper.applicationId, applicationId), eq(paper.sendingId, input.sendingId)));
	if (!row) return { paperId: null, sendingId: input.sendingId };
	const same = row.sha256 === input.received.sha256 && row.category === input.category;
	if (same && row.state !== 'deleted') return { paperId: row.id, sendingId: input.sendingId };
	return { paperId: null, sendingId: randomUUID() };
}

async function checkQuota(tx: Tx, applicationId: string, size: number): Promise<void> {
	const [held] = await tx
		.select({ files: count(), bytes: sum(paper.byteSize).mapWith(Number) })
		.from(paper)
		.where(and(eq(paper.applicationId, applicationId), isNotNull(paper.storageKey)));
	const judgement = judgeQuota({ files: held?.files ?? 0, bytes: held?.bytes ?? 0 }, size);
	if (!judgement.ok) throw new RuleBroken(`file-${judgement.reason}`);
}

function stored(received: ReceivedFile) {
	const { paperId, ...columns } = received;
	return { id: paperId, ...columns };
}

async function recordReception(tx: Tx, actor: Actor, input: SendPaperInput): Promise<void> {
	await recordEvent(tx, actor, {
		applicationId: input.received.applicationId,
		kind: 'papers_received',
		occurredOn: today(),
		origin: 'declared',
		author: 'applicant',
		detail: { paperId: input.received.paperId, category: input.category }
	});
}
