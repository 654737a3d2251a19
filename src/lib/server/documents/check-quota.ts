import { count, eq, sql } from 'drizzle-orm';
import { judgeQuota } from '../../domain/documents/limits.ts';
import { NotFound, RuleBroken } from '../../domain/errors.ts';
import { application } from '../db/schema/applications.ts';
import { paperFile } from '../db/schema/paper-content.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { sendingLimits } from './sending-limits.ts';

/**
 * One sending at a time for each request: counting and inserting are then one step. Its key stays free: the worker, who
 * holds a paper of it and keeps a page, would otherwise wait for a sending that waits for that paper.
 * @throws NotFound
 */
export async function lockApplication(tx: Tx, applicationId: string): Promise<void> {
	const found = await tx
		.select({ id: application.id })
		.from(application)
		.where(eq(application.id, applicationId))
		.for('no key update');
	if (found.length === 0) throw new NotFound('application');
}

/**
 * Whether one more file of so many bytes fits in the request, what is announced and on its way being counted as if it
 * were here. Call it after lockApplication, in the transaction that inserts the file.
 * @param size bytes; 0 while the sender has not said
 * @throws RuleBroken `file-too-many-files`, `file-request-full`
 */
export async function checkQuota(tx: Tx, applicationId: string, size: number): Promise<void> {
	const weight = sql`coalesce(${paperFile.byteSize}, greatest(${paperFile.expectedBytes}, ${paperFile.receivedBytes}))`;
	const [held] = await tx
		.select({ files: count(), bytes: sql`coalesce(sum(${weight}), 0)`.mapWith(Number) })
		.from(paperFile)
		.where(eq(paperFile.applicationId, applicationId));
	const limits = await sendingLimits(tx);
	const judgement = judgeQuota(held ?? { files: 0, bytes: 0 }, size, limits);
	if (!judgement.ok) throw new RuleBroken(`file-${judgement.reason}`);
}
