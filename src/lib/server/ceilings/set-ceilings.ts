import type { Actor } from '../../domain/accounts/actor.ts';
import { checkTable } from '../../domain/ceilings/change.ts';
import type { CeilingTable } from '../../domain/ceilings/tables.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { now } from '../clock.ts';
import { ceilingTable } from '../db/schema/ceilings.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { requireCeilingsEditor } from './access.ts';

/**
 * Writes the ceilings of a programme for a year, in place of those that were there; the journal keeps every amount.
 * @param table whole euros a year
 * @throws Refused unless the head of service acts; RuleBroken as `checkTable` of the domain says
 */
export async function setCeilings(tx: Tx, actor: Actor, table: CeilingTable): Promise<void> {
	requireCeilingsEditor(actor);
	const { programme, year, ...row } = checkTable(table);
	const written = { ...row, amounts: [...row.amounts], updatedAt: now() };
	await tx
		.insert(ceilingTable)
		.values({ programme, year, ...written })
		.onConflictDoUpdate({ target: [ceilingTable.programme, ceilingTable.year], set: written });
	await recordAudit(tx, actor, {
		action: 'set-ceilings',
		applicationId: null,
		subjectKind: 'ceilings',
		subjectId: `${programme} ${year}`,
		detail: { amounts: row.amounts.join(' '), nature: row.nature, confirmed: row.confirmed }
	});
}
