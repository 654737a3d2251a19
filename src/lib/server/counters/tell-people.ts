import type { Actor } from '../../domain/accounts/actor.ts';
import { visitsWithoutOpening } from '../../domain/appointments/displaced.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { counterToEdit } from './counter-agenda.ts';
import { auditCounter } from './own-counter.ts';
import { plannedVisits } from './planned-visits.ts';
import { tellWithoutOpening } from './tell-without-opening.ts';

/**
 * Tells everybody whose appointment has no opening and who was not told yet: those put there by an agent, and those
 * who booked while the hours were being changed.
 * @throws Refused, NotFound as counterToEdit
 */
export async function tellPeople(
	tx: Tx,
	actor: Actor,
	{ slug }: { slug: string }
): Promise<{ marked: number; unreachable: number }> {
	const { counter, agenda } = await counterToEdit(tx, actor, slug);
	const visits = visitsWithoutOpening(await plannedVisits(tx, counter.id), agenda);
	const told = await tellWithoutOpening(tx, actor, visits, 'changed');
	await auditCounter(tx, actor, counter.id, 'tell-people', told);
	return told;
}
