import { randomUUID } from 'node:crypto';
import { error, fail, redirect } from '@sveltejs/kit';
import { RuleBroken } from '$lib/domain/errors.ts';
import * as m from '$lib/paraglide/messages.js';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import * as v from 'valibot';
import { draftKey } from '$lib/server/conversations/draft-key.ts';
import { readThread } from '$lib/server/conversations/read-thread.ts';
import { sendMessage } from '$lib/server/conversations/send-message.ts';
import { environment } from '$lib/server/environment.ts';
import { settingOf } from '$lib/server/settings/queries.ts';
import {
	messageScreen,
	splitThread,
	type Signature
} from '../../../../(applicant)/espace/messages/thread-screen.ts';
import { pageAsked } from '../../../../(staff)/agent/asked.ts';
import { helping } from '../helping.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url, params }) =>
	helping(locals, 'view-messages', async ({ tx, helper, applicationId, person }) => {
		const page = pageAsked(url);
		const thread = await readThread(tx, helper, { applicationId, page: page - 1 });
		const delay = await settingOf(tx, 'message_answer_days');
		const reader = {
			locale: getLocale(),
			origin: environment().ORIGIN,
			paperPath: () => `/accompagnement/${params.mandat}/papiers`,
			signature: signatureFor(helper.accountId),
			readAt: null
		};
		const screens = thread.messages.map((message) => ({
			...messageScreen(message, reader),
			isNew: false
		}));
		const to = (other: number) =>
			`${localizeHref(`/accompagnement/${params.mandat}/messages`)}?page=${other}`;
		return {
			person,
			...splitThread(screens, page - 1),
			page,
			previous: page > 1 ? to(page - 1) : null,
			next: thread.more ? to(page + 1) : null,
			delay: { days: delay.value, isConfirmed: delay.confirmed },
			sendingId: randomUUID(),
			draft: draftKey(helper, applicationId),
			sent: url.searchParams.has('envoye')
		};
	});

const signatureFor =
	(accountId: string): Signature =>
	({ author, authorId, authorName }) => {
		if (author === 'applicant') return { who: m.helpers_messages_person(), isMine: true };
		if (author === 'agent')
			return { who: m.messages_counter({ name: authorName ?? '' }), isMine: false };
		const isMe = authorId === accountId;
		return {
			who: isMe ? m.helpers_messages_you() : m.helpers_by_somebody({ name: authorName ?? '' }),
			isMine: true
		};
	};

const Typed = v.strictObject({
	message: v.pipe(v.string(), v.maxLength(20_000)),
	envoi: v.pipe(v.string(), v.maxLength(40))
});

export const actions: Actions = {
	default: async ({ locals, request, params }) => {
		const read = v.safeParse(Typed, Object.fromEntries(await request.formData()));
		if (!read.success) error(400);
		const { message, envoi: sendingId } = read.output;
		try {
			await helping(locals, 'send-message', ({ tx, helper, applicationId }) =>
				sendMessage(tx, helper, { applicationId, body: message, sendingId })
			);
		} catch (cause) {
			if (!(cause instanceof RuleBroken)) throw cause;
			const { rule, facts } = cause;
			return fail(422, { outcome: 'rule' as const, rule, facts, values: { message, piece: '' } });
		}
		redirect(303, `${localizeHref(`/accompagnement/${params.mandat}/messages`)}?envoye`);
	}
};
