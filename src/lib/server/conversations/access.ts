import { eq } from 'drizzle-orm';
import type { Actor, Agent } from '../../domain/accounts/actor.ts';
import { NotFound, Refused } from '../../domain/errors.ts';
import { requireApplication } from '../applications/access.ts';
import { application, person } from '../db/schema/applications.ts';
import { conversation } from '../db/schema/conversations.ts';
import type { Tx } from '../db/unit-of-work.ts';

/** Somebody who may read and write an exchange, as their messages are signed. */
export type Writer = {
	author: 'applicant' | 'helper' | 'agent';
	authorId: string;
	/** Null for the applicant: their name is that of the request. */
	authorName: string | null;
};

/**
 * The person of the request, a helper whom they let write for them, and the agents who may see the request.
 * @throws NotFound for everybody else, as for a request that does not exist
 */
export async function requireWriter(tx: Tx, actor: Actor, applicationId: string): Promise<Writer> {
	await requireApplication(tx, actor, applicationId, 'messages');
	switch (actor.kind) {
		case 'applicant':
			return { author: 'applicant', authorId: actor.accountId, authorName: null };
		case 'helper':
			return { author: 'helper', authorId: actor.accountId, authorName: actor.name };
		case 'agent':
			return { author: 'agent', authorId: actor.staffId, authorName: actor.name };
		default:
			throw new NotFound('conversation');
	}
}

/** An agent who may see this request. @throws NotFound for everybody else */
export async function requireAgentOf(tx: Tx, actor: Actor, applicationId: string): Promise<Agent> {
	if (actor.kind !== 'agent') throw new NotFound('conversation');
	await requireApplication(tx, actor, applicationId);
	return actor;
}

/** Texts that every agent sends are the head of service's to edit. @throws Refused */
export function requireTemplateEditor(actor: Actor): void {
	const may = actor.kind === 'system' || (actor.kind === 'agent' && actor.role === 'head');
	if (!may) throw new Refused('edit-template');
}

/**
 * The exchange of a request, its row locked until the end of the transaction: two who write at the same moment write
 * one after the other. The request's own row is locked first, so that the first message of all is one too.
 * @returns null when nobody has written yet
 */
export async function lockConversation(tx: Tx, applicationId: string) {
	await tx
		.select({ id: application.id })
		.from(application)
		.where(eq(application.id, applicationId))
		.for('no key update');
	const [found] = await tx
		.select()
		.from(conversation)
		.where(eq(conversation.applicationId, applicationId))
		.for('update');
	return found ?? null;
}

/** The first name of the request's person, and how they are written to. */
export async function personOf(tx: Tx, applicationId: string) {
	const [found] = await tx
		.select({ firstName: person.firstName, lastName: person.lastName })
		.from(person)
		.where(eq(person.applicationId, applicationId))
		.orderBy(person.role, person.position)
		.limit(1);
	return found ?? null;
}
