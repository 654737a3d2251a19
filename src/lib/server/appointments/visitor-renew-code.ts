import type { Actor } from '../../domain/accounts/actor.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { choiceOf, lockHolder } from './visitor-choice.ts';
import { sendCode } from './visitor-code.ts';

/**
 * Sends another code to the telephone or address that a visitor gave.
 * @returns `nothing` when they have said nothing yet, or need none any more
 */
export async function renewCode(
	tx: Tx,
	actor: Actor,
	{ holder, source }: { holder: string; source: string }
): Promise<'code-sent' | 'too-many-codes' | 'nothing'> {
	await lockHolder(tx, holder);
	const choice = await choiceOf(tx, holder);
	if (!choice?.contact || choice.contact.verifiedAt) return 'nothing';
	if (choice.state === 'booked' || choice.state === 'released') return 'nothing';
	return (await sendCode(tx, actor, choice.contact, source)) ? 'code-sent' : 'too-many-codes';
}
