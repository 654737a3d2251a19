import { fail, redirect } from '@sveltejs/kit';
import { RuleBroken } from '$lib/domain/errors.ts';
import { NOTICE_KINDS } from '$lib/domain/counters/notices.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { counterToEdit } from '$lib/server/counters/counter-agenda.ts';
import { standingNotices } from '$lib/server/counters/notices.ts';
import { publishNotice } from '$lib/server/counters/publish-notice.ts';
import { withdrawNotice } from '$lib/server/counters/withdraw-notice.ts';
import { act, show } from '$lib/server/http.ts';
import { broken } from '../../../../../(portal)/rendez-vous/broken.ts';
import { noticeWords } from '../../../../../(portal)/guichets/counter-screen.ts';
import { asking } from '../../../asked.ts';
import { readNotice } from './read-notice.ts';

const here = (slug: string, done: string) =>
	asking(localizeHref(`/agent/guichets/${slug}/avis`), { fait: done });

export const load = ({ locals, params, url }) =>
	show(locals, async (tx) => {
		const { counter } = await counterToEdit(tx, locals.actor, params.slug);
		const notices = await standingNotices(tx, counter.id);
		const locale = getLocale();
		return {
			counter: { slug: counter.slug, name: counter.name },
			kinds: NOTICE_KINDS,
			notices: notices.map((notice) => ({ id: notice.id, ...noticeWords(notice, locale) })),
			done: url.searchParams.get('fait')
		};
	});

export const actions = {
	publier: async ({ locals, params, request }) => {
		const { typed, errors, notice } = readNotice(await request.formData());
		if (!notice) return fail(422, { typed, errors });
		const { slug } = params;
		const published = await broken(
			act(locals, (tx) => publishNotice(tx, locals.actor, { slug, notice }))
		);
		if (published instanceof RuleBroken) {
			return fail(422, { typed, errors: { form: published.rule } });
		}
		redirect(303, here(slug, 'publie'));
	},
	retirer: async ({ locals, params, request }) => {
		const id = String((await request.formData()).get('id') ?? '');
		const { slug } = params;
		await act(locals, (tx) => withdrawNotice(tx, locals.actor, { slug, id }));
		redirect(303, here(slug, 'retire'));
	}
};
