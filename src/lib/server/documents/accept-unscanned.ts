import { and, eq, isNotNull } from 'drizzle-orm';
import { actorLabel, type Actor } from '../../domain/accounts/actor.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { now } from '../clock.ts';
import { paper, unscannedWaiver } from '../db/schema/documents.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { wakeUp } from '../db/wake-up.ts';
import { requireSettingsEditor } from '../settings/access.ts';
import { waiverInForce } from './waiver-in-force.ts';

/** Characters of the statement: a sentence, not a word. */
export const STATEMENT_MIN = 30;
export const STATEMENT_MAX = 1_000;

/**
 * The head of service accepts in writing that papers are looked at although no antivirus has seen them: for a site that
 * has none. It never covers an antivirus that fails. Pages are drawn from pixels all the same, and files never leave
 * as they came. What waited for it is tried again at once.
 * @throws Refused; RuleBroken `statement-length`, `waiver-in-force`
 */
export async function acceptUnscanned(
	tx: Tx,
	actor: Actor,
	input: { statement: string }
): Promise<void> {
	requireSettingsEditor(actor);
	const statement = input.statement.normalize('NFC').trim();
	if (statement.length < STATEMENT_MIN || statement.length > STATEMENT_MAX) {
		throw new RuleBroken('statement-length', { least: STATEMENT_MIN, most: STATEMENT_MAX });
	}
	if (await waiverInForce(tx)) throw new RuleBroken('waiver-in-force');
	const [given] = await tx
		.insert(unscannedWaiver)
		.values({ statement, givenAt: now(), givenBy: actorLabel(actor) })
		.returning({ id: unscannedWaiver.id });
	await tx
		.update(paper)
		.set({ prepareAt: now(), prepareTries: 0 })
		.where(and(isNotNull(paper.prepareAt), eq(paper.waitingFor, 'no-antivirus')));
	await wakeUp(tx, 'prepare-papers');
	await recordAudit(tx, actor, {
		action: 'accept-unscanned-papers',
		applicationId: null,
		subjectKind: 'setting',
		subjectId: given!.id
	});
}
