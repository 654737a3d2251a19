import { inject } from 'vitest';
import { system } from '../../../src/lib/domain/accounts/actor.ts';
import { preparePapers } from '../../../src/jobs/prepare-papers.ts';
import { paper } from '../../../src/lib/server/db/schema/documents.ts';
import { unitOfWork } from '../../../src/lib/server/db/unit-of-work.ts';
import type { Tools } from '../../../src/lib/server/documents/prepare-paper.ts';
import type { Vault } from '../../../src/lib/server/documents/vault.ts';
import { clamd } from '../../../src/lib/server/ports/antivirus-clamd.ts';
import { eq } from 'drizzle-orm';

/** Does what the worker does: scans with a real ClamAV, draws in the real workshop. */
export const prepareAll = (vault: Vault, others: Partial<Tools> = {}): Promise<number> =>
	preparePapers({ vault, antivirus: clamd({ address: inject('clamd') }), ...others });

export const paperRow = (id: string) =>
	unitOfWork(system('test'), async (tx) => {
		const [found] = await tx.select().from(paper).where(eq(paper.id, id));
		return found;
	});
