import { eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import type { EventKind } from '../../domain/applications/event-kinds.ts';
import type { SneRequest } from '../../domain/applications/sne-request.ts';
import { isLive } from '../../domain/applications/states.ts';
import { application } from '../db/schema/applications.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { recordEvent } from './record-event.ts';

export type ImportRecord = {
	applicationId: string;
	request: SneRequest;
	/** Date of the file, or the day of the import. */
	statedOn: Temporal.PlainDate;
	/** Whether the request was known before this file. */
	known: boolean;
};

/**
 * Writes in the history of a request what a file of the register tells: registered on the day of its creation, then
 * renewed (a renewal file later than what is known), else changed. Nothing is added to a request that was struck off:
 * only a reinstatement may be (the life-cycle table).
 */
export async function recordImport(tx: Tx, actor: Actor, record: ImportRecord): Promise<void> {
	const { applicationId, request, statedOn } = record;
	const [found] = await tx.select().from(application).where(eq(application.id, applicationId));
	if (!found || !isLive(found.state)) return;
	const write = (kind: EventKind, occurredOn: Temporal.PlainDate) =>
		recordEvent(tx, actor, {
			applicationId,
			kind,
			occurredOn,
			origin: 'official',
			author: 'SNE',
			// A real file may lack its type.
			detail: request.header.fileType ? { fileType: request.header.fileType } : {}
		});
	if (found.state === 'filed') await write('registered', found.filedOn);
	const last = found.renewedOn ?? found.filedOn;
	const isRenewal =
		request.header.fileType === 'REN' && Temporal.PlainDate.compare(statedOn, last) > 0;
	if (isRenewal) await write('renewed', statedOn);
	else if (record.known) await write('modified', statedOn);
}
