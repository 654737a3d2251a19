import { system } from '../lib/domain/accounts/actor.ts';
import { unitOfWork } from '../lib/server/db/unit-of-work.ts';
import { sweepOrphans } from '../lib/server/documents/sweep-orphans.ts';
import { vault } from '../lib/server/documents/vault.ts';
import { log } from '../lib/server/log.ts';

/** Clears what crashes left in the store, and raises an alarm for papers that lost their content. */
export async function sweepPapers(): Promise<void> {
	const actor = system('sweep-papers');
	const { store } = await vault();
	const swept = await unitOfWork(actor, (tx) => sweepOrphans(tx, actor, { store }));
	if (swept.rowsWithoutContent.length > 0) {
		log.error(
			{ papers: swept.rowsWithoutContent },
			'papers without content: restore them from the backup'
		);
	}
	log.info({ removed: swept.removed }, 'store swept');
}
