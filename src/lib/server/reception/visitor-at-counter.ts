import { eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { NotFound } from '../../domain/errors.ts';
import { requireOwnCounter } from '../appointments/access.ts';
import { requireAgent } from '../appointments/for-person.ts';
import { appointmentFor } from '../appointments/queries.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { visitorContact } from '../db/schema/booking.ts';
import { desk } from '../db/schema/counters.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { entryOf } from '../waiting/leave-by-link.ts';
import { duplicatesOf } from './possible-duplicates.ts';

/**
 * The appointment of somebody without a request, for an agent of its counter: who comes, how to reach them, whether
 * they wait for an earlier one, and who may be the same person. After a move, what it was moved to. The look leaves its
 * line in the journal.
 *
 * @throws NotFound for whoever is no agent, for another counter's appointment, and for that of a request, which has its
 * own page
 */
export async function visitorAtCounter(tx: Tx, actor: Actor, appointmentId: string) {
	const agent = requireAgent(actor);
	const view = await appointmentFor(tx, agent, { id: appointmentId });
	requireOwnCounter(agent, view.row.counterId);
	const [[contact], [place], entry] = await Promise.all([
		tx.select().from(visitorContact).where(eq(visitorContact.appointmentId, view.row.id)),
		tx.select({ name: desk.name }).from(desk).where(eq(desk.id, view.row.deskId)),
		entryOf(tx, view.row)
	]);
	if (view.row.applicationId || !contact) throw new NotFound('appointment');
	const duplicates = await duplicatesOf(tx, agent, contact);
	await recordAudit(tx, agent, {
		action: 'view-visitor',
		applicationId: null,
		subjectKind: 'appointment',
		subjectId: view.row.id
	});
	return {
		view,
		contact,
		desk: place?.name ?? '',
		entry,
		duplicates: duplicates.filter(
			(each) => each.kind === 'request' || each.appointmentId !== view.row.id
		)
	};
}
