import type { Actor } from '../../domain/accounts/actor.ts';
import { localised } from '../../domain/localised.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { myDrafts } from './my-drafts.ts';

/** The documents that this person began and has not sent, as few words as it takes to go on with them. */
export async function begunDrafts(tx: Tx, actor: Actor, locale: string) {
	const drafts = await myDrafts(tx, actor);
	return drafts.map(({ id, label, files }) => ({ id, label: localised(label, locale), files }));
}
