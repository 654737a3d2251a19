import { eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { conversationStateAfter } from '../../domain/conversations/states.ts';
import { NotFound } from '../../domain/errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { now } from '../clock.ts';
import { conversation } from '../db/schema/conversations.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { lockConversation, requireAgentOf } from './access.ts';

export type ChangeConversationInput = { applicationId: string; action: 'close' | 'reopen' };

/**
 * An agent says that an exchange needs no answer (any more), or that it does after all. Saying so twice is one
 * success. The person may write again whenever they like.
 * @throws NotFound to anybody but an agent of the request's territory, and where nobody has written
 */
export async function changeConversation(
	tx: Tx,
	actor: Actor,
	{ applicationId, action }: ChangeConversationInput
): Promise<void> {
	const agent = await requireAgentOf(tx, actor, applicationId);
	const before = await lockConversation(tx, applicationId);
	if (!before) throw new NotFound('conversation');
	if ((action === 'close') === (before.state === 'closed')) return;
	const state = conversationStateAfter(before.state, action);
	const isClosed = state === 'closed';
	await tx
		.update(conversation)
		.set({
			state,
			waitingSince: isClosed ? null : before.lastMessageAt,
			closedAt: isClosed ? now() : null,
			closedByName: isClosed ? agent.name : null,
			...{ openedBy: null, openedByName: null, openedAt: null }
		})
		.where(eq(conversation.applicationId, applicationId));
	await recordAudit(tx, agent, {
		action: `${action}-conversation`,
		applicationId,
		subjectKind: 'conversation',
		subjectId: applicationId
	});
}
