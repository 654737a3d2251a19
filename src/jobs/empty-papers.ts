import { system, type Actor } from '../lib/domain/accounts/actor.ts';
import { unitOfWork, type Tx } from '../lib/server/db/unit-of-work.ts';
import { eraseRequests } from '../lib/server/applications/erase-requests.ts';
import { eraseOldExchanges } from '../lib/server/conversations/erase-old-exchanges.ts';
import { emptyDeposited } from '../lib/server/documents/empty-deposited.ts';
import type { Emptied } from '../lib/server/documents/empty-due.ts';
import { emptyUnfit } from '../lib/server/documents/empty-unfit.ts';
import { eraseStruckOff } from '../lib/server/documents/erase-struck-off.ts';
import { removeKept } from '../lib/server/documents/sealed-objects.ts';
import { paperStore } from '../lib/server/documents/vault.ts';
import { log } from '../lib/server/log.ts';
import type { PaperStore } from '../lib/server/ports/storage.ts';
import { untilNone } from './until-none.ts';

const WORK = { deposited: emptyDeposited, unfit: emptyUnfit, struckOff: eraseStruckOff };

type Counts = Record<keyof typeof WORK | 'messages' | 'requests', number>;

/**
 * The transit box empties itself: papers filed in SNE, those that will not do, and those of requests struck off a year
 * ago, with what was written about them (first: a message may name a paper) and, last, those requests themselves. Keys go
 * with the commit; the objects, which nobody can read any more, right after it or with the sweeper.
 */
export async function emptyPapers(given?: PaperStore): Promise<Counts> {
	const actor = system('empty-papers');
	const store = given ?? (await paperStore());
	const counts = {
		messages: await unitOfWork(actor, (tx) => eraseOldExchanges(tx, actor)),
		deposited: await emptied(WORK.deposited, actor, store),
		unfit: await emptied(WORK.unfit, actor, store),
		struckOff: await emptied(WORK.struckOff, actor, store),
		requests: await untilNone(() => unitOfWork(actor, (tx) => eraseRequests(tx, actor)))
	};
	log.info(counts, 'papers emptied');
	return counts;
}

/** The papers of one kind, batch by batch. */
function emptied(
	work: (tx: Tx, actor: Actor) => Promise<Emptied>,
	actor: Actor,
	store: PaperStore
): Promise<number> {
	return untilNone(async () => {
		const { papers, storageKeys } = await unitOfWork(actor, (tx) => work(tx, actor));
		await removeKept(store, storageKeys);
		return papers;
	});
}
