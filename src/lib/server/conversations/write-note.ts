import type { Actor } from '../../domain/accounts/actor.ts';
import { noteBody } from '../../domain/conversations/body.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { isUuid } from '../applications/access.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { now } from '../clock.ts';
import { conversationNote } from '../db/schema/conversations.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { requireAgentOf } from './access.ts';

export type WriteNoteInput = {
	applicationId: string;
	body: string;
	/** Drawn with the form: the same tap twice is one note. */
	sendingId: string;
};

/**
 * An agent leaves a note on a request for the other agents. It is not part of the exchange and is shown to nobody
 * else; the person may still ask for a copy of it (GDPR art. 15), which the screen says.
 * @throws NotFound to anybody but an agent of the request's territory; RuleBroken `note-missing`, `note-too-long`
 */
export async function writeNote(tx: Tx, actor: Actor, input: WriteNoteInput): Promise<void> {
	const { applicationId, sendingId } = input;
	const agent = await requireAgentOf(tx, actor, applicationId);
	const body = noteBody(input.body);
	if (!isUuid(sendingId)) throw new RuleBroken('message-form');
	const [added] = await tx
		.insert(conversationNote)
		.values({
			applicationId,
			authorId: agent.staffId,
			authorName: agent.name,
			body,
			writtenAt: now(),
			sendingId
		})
		.onConflictDoNothing()
		.returning({ id: conversationNote.id });
	if (!added) return;
	await recordAudit(tx, agent, {
		action: 'write-note',
		applicationId,
		subjectKind: 'conversation-note',
		subjectId: added.id
	});
}
