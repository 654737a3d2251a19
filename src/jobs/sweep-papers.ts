import { system } from '../lib/domain/accounts/actor.ts';
import { unitOfWork } from '../lib/server/db/unit-of-work.ts';
import { antivirus } from '../lib/server/documents/antivirus.ts';
import { recordUpkeep } from '../lib/server/documents/record-upkeep.ts';
import { rewrapPapers } from '../lib/server/documents/rewrap-papers.ts';
import { sweepOrphans } from '../lib/server/documents/sweep-orphans.ts';
import { vault, type Vault } from '../lib/server/documents/vault.ts';
import { log } from '../lib/server/log.ts';
import type { Antivirus } from '../lib/server/ports/antivirus.ts';
import { lookAtAntivirus } from './look-at-antivirus.ts';

const ACTOR = system('sweep-papers');

/**
 * Clears what crashes left in the store, raises an alarm for papers that lost their content, puts every key under the
 * newest master key, and looks at the antivirus. What was found is kept for agents and /metrics.
 */
export async function sweepPapers(
	given: { vault?: Vault; antivirus?: Antivirus } = {}
): Promise<void> {
	const { store, ring } = given.vault ?? (await vault());
	const swept = await unitOfWork(ACTOR, (tx) => sweepOrphans(tx, ACTOR, { store }));
	const lost = swept.rowsWithoutContent;
	if (lost.length > 0) {
		log.error({ papers: lost }, 'papers without content: restore them from the backup');
	}
	let rewrapped = 0;
	for (;;) {
		const count = await unitOfWork(ACTOR, (tx) => rewrapPapers(tx, ACTOR, { ring }));
		if (count === 0) break;
		rewrapped += count;
	}
	const found = { removed: swept.removed, rowsWithoutContent: lost.length, rewrapped };
	await unitOfWork(ACTOR, (tx) => recordUpkeep(tx, ACTOR, { task: 'sweep-papers', found }));
	log.info(found, 'store swept');
	await lookAtAntivirus(given.antivirus ?? antivirus());
}
