import type { Actor } from '../../domain/accounts/actor.ts';
import { applicationById } from '../applications/queries.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { paperKinds } from '../documents/queries.ts';
import { settingOf } from '../settings/queries.ts';
import { personOf, requireAgentOf } from './access.ts';
import { notesOf, replyTemplates } from './queries.ts';
import { readThread } from './read-thread.ts';
import { localeOf } from './take-template.ts';

/**
 * Everything that an agent needs to answer: a page of the exchange, who the person is and in which language they read,
 * the notes of colleagues, the templates. The look is written down (readThread).
 * @throws NotFound to anybody but an agent of the request's territory
 */
export async function viewConversation(
	tx: Tx,
	actor: Actor,
	{ applicationId, page }: { applicationId: string; page: number }
) {
	const [agent, application, person, locale, notes, templates, kinds, delay] = await Promise.all([
		requireAgentOf(tx, actor, applicationId),
		applicationById(tx, actor, applicationId),
		personOf(tx, applicationId),
		localeOf(tx, applicationId),
		notesOf(tx, actor, applicationId),
		replyTemplates(tx, 'active'),
		paperKinds(tx),
		settingOf(tx, 'message_answer_days')
	]);
	return {
		...{ agent, application, person, locale, notes, templates },
		...(await readThread(tx, agent, { applicationId, page })),
		// A sensitive paper is asked for by its own way, with its reason.
		kinds: kinds.filter(({ sensitive, active }) => active && !sensitive),
		answerDays: delay.value
	};
}

export type ConversationView = Awaited<ReturnType<typeof viewConversation>>;
