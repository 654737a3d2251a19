import { randomUUID } from 'node:crypto';
import { error, fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { codeLabel } from '$lib/components/code-label.ts';
import { answerDueOn } from '$lib/domain/conversations/answer-delay.ts';
import { RuleBroken } from '$lib/domain/errors.ts';
import { dateInWords, dayInWords, inParis } from '$lib/domain/words.ts';
import * as m from '$lib/paraglide/messages.js';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { applicationIdOf } from '$lib/server/applications/access.ts';
import { applicationById } from '$lib/server/applications/queries.ts';
import { draftKey } from '$lib/server/conversations/draft-key.ts';
import { papersToName } from '$lib/server/conversations/queries.ts';
import { readThread, type Thread } from '$lib/server/conversations/read-thread.ts';
import { sendMessage } from '$lib/server/conversations/send-message.ts';
import { environment } from '$lib/server/environment.ts';
import { act, show } from '$lib/server/http.ts';
import { settingOf } from '$lib/server/settings/queries.ts';
import { pageAsked } from '../../../(staff)/agent/asked.ts';
import type { Actions, PageServerLoad } from './$types';
import { messageScreen, momentInWords, splitThread, type Signature } from './thread-screen.ts';

export const load: PageServerLoad = ({ locals, url }) =>
	show(locals, async (tx) => {
		const { actor } = locals;
		const locale = getLocale();
		const applicationId = applicationIdOf(actor);
		const page = pageAsked(url);
		const [{ state }, papers, delay] = await Promise.all([
			applicationById(tx, actor, applicationId),
			papersToName(tx, actor, applicationId),
			settingOf(tx, 'message_answer_days')
		]);
		const thread = await readThread(tx, actor, { applicationId, page: page - 1 });
		const screens = thread.messages.map((message) =>
			messageScreen(message, {
				locale,
				origin: environment().ORIGIN,
				paperPath: () => '/espace/pieces',
				signature,
				readAt: thread.conversation?.applicantReadAt ?? null
			})
		);
		const to = (other: number) => `${localizeHref('/espace/messages')}?page=${other}`;
		return {
			...splitThread(screens, page - 1),
			page,
			previous: page > 1 ? to(page - 1) : null,
			next: thread.more ? to(page + 1) : null,
			delay: { days: delay.value, isConfirmed: delay.confirmed },
			standing: standingOf(thread, delay.value, locale),
			isStruckOff: state === 'struck_off',
			sendingId: randomUUID(),
			draft: draftKey(actor, applicationId),
			sent: url.searchParams.has('envoye'),
			papers: papers.map(({ id, category, receivedAt }) => ({
				value: id,
				label: m.messages_paper_of({
					label: codeLabel('paper_category', category),
					day: receivedAt ? dateInWords(inParis(receivedAt).day, locale) : ''
				})
			}))
		};
	});

const signature: Signature = ({ author, authorName }) => {
	if (author === 'applicant') return { who: m.messages_you(), isMine: true };
	if (author === 'helper')
		return { who: m.messages_by_helper({ name: authorName ?? '' }), isMine: true };
	return { who: m.messages_counter({ name: authorName ?? '' }), isMine: false };
};

/** Whether an answer is awaited, by when it usually comes, and whether the counter has seen the message. */
function standingOf({ conversation }: Thread, workingDays: number, locale: string) {
	if (!conversation) return null;
	const { state, waitingSince, staffReadAt } = conversation;
	const seen =
		waitingSince && staffReadAt && Temporal.Instant.compare(staffReadAt, waitingSince) >= 0
			? momentInWords(staffReadAt, locale)
			: null;
	const due = waitingSince && answerDueOn(inParis(waitingSince).day, workingDays);
	return { state, seen, due: due && dayInWords(due, locale) };
}

const Typed = v.strictObject({
	message: v.pipe(v.string(), v.maxLength(20_000)),
	envoi: v.pipe(v.string(), v.maxLength(40)),
	piece: v.optional(v.pipe(v.string(), v.maxLength(40)), '')
});

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const read = v.safeParse(Typed, Object.fromEntries(await request.formData()));
		if (!read.success) error(400);
		const { message, envoi, piece } = read.output;
		try {
			await act(locals, (tx) =>
				sendMessage(tx, locals.actor, {
					applicationId: applicationIdOf(locals.actor),
					body: message,
					sendingId: envoi,
					paperId: piece || null
				})
			);
		} catch (cause) {
			if (!(cause instanceof RuleBroken)) throw cause;
			const values = { message, piece };
			return fail(422, { outcome: 'rule' as const, rule: cause.rule, facts: cause.facts, values });
		}
		redirect(303, `${localizeHref('/espace/messages')}?envoye`);
	}
};
