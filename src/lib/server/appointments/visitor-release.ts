import type { Actor } from '../../domain/accounts/actor.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { choiceOf, lockHolder, type VisitorChoice } from './visitor-choice.ts';
import { writeState } from './write-state.ts';

/** Gives back the time that a browser holds. What its owner typed stays for their next choice. */
export async function releaseVisit(tx: Tx, actor: Actor, holder: string): Promise<void> {
	await lockHolder(tx, holder);
	const choice = await choiceOf(tx, holder);
	if (choice) await letGo(tx, actor, choice);
}

/** The hold of a choice ends now; without an end it is known as given back, not run out. */
export async function letGo(tx: Tx, actor: Actor, { row }: VisitorChoice): Promise<void> {
	if (row.state !== 'held') return;
	const change = { id: row.id, from: row.state, to: 'expired', reason: 'released' } as const;
	await writeState(tx, actor, change, { heldUntil: null });
}
