import { eq, inArray } from 'drizzle-orm';
import { actorLabel, type Actor, type Agent } from '../../domain/accounts/actor.ts';
import { paperStateAfter } from '../../domain/documents/states.ts';
import { recordEvent } from '../applications/record-event.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { now, today } from '../clock.ts';
import { counter } from '../db/schema/counters.ts';
import { paper } from '../db/schema/documents.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { lockPaper, requireAgent } from './access.ts';

/**
 * An agent says that an accepted paper has been filed in SNE (L441-2-1; R441-2-4-1: within 15 days of reception). Its
 * content is destroyed here after a short grace (empty-deposited.ts); the fact stays.
 * @throws NotFound; Refused; RuleBroken `paper-action-forbidden`
 */
export async function depositPaper(
	tx: Tx,
	actor: Actor,
	input: { paperId: string }
): Promise<void> {
	const agent = requireAgent(actor, 'deposit-paper');
	const found = await lockPaper(tx, actor, input.paperId);
	const state = paperStateAfter(found.state, 'pass_on', 'agent');
	await tx
		.update(paper)
		.set({ state, depositedAt: now(), depositedBy: actorLabel(agent) })
		.where(eq(paper.id, found.id));
	await recordEvent(tx, actor, {
		applicationId: found.applicationId,
		kind: 'papers_passed_on',
		occurredOn: today(),
		origin: 'counter',
		author: await bodyOf(tx, agent),
		detail: { paperId: found.id, category: found.categoryCode }
	});
	await recordAudit(tx, actor, {
		action: 'deposit-paper',
		applicationId: found.applicationId,
		subjectKind: 'paper',
		subjectId: found.id
	});
}

/** The body that says so, as the applicant reads it: the agent's counter, never the agent's name. */
async function bodyOf(tx: Tx, { counterIds }: Agent): Promise<string> {
	const [own] = await tx
		.select({ name: counter.name })
		.from(counter)
		.where(inArray(counter.id, counterIds.slice(0, 1)));
	return own?.name ?? 'Service logement';
}
