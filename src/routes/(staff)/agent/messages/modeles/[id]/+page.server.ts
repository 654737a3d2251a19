import { error, fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { fillTemplate, TEMPLATE_BLANKS } from '$lib/domain/conversations/templates.ts';
import { RuleBroken } from '$lib/domain/errors.ts';
import * as m from '$lib/paraglide/messages.js';
import { localizeHref } from '$lib/localize-href.ts';
import { requireTemplateEditor } from '$lib/server/conversations/access.ts';
import { replyTemplates } from '$lib/server/conversations/queries.ts';
import { saveTemplate } from '$lib/server/conversations/save-template.ts';
import { act, show } from '$lib/server/http.ts';
import { publicAddress } from '$lib/server/notifications/public-address.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	show(locals, async (tx) => {
		requireTemplateEditor(locals.actor);
		const all = await replyTemplates(tx, 'all');
		const isNew = params.id === 'nouveau';
		const template = all.find(({ id }) => id === params.id);
		if (!template && !isNew) error(404);
		return {
			isNew,
			blanks: TEMPLATE_BLANKS.map((blank) => `{${blank}}`),
			template: {
				titre: template?.title ?? '',
				fr: template?.body.fr ?? '',
				en: template?.body['en'] ?? '',
				ar: template?.body['ar'] ?? '',
				rang: String(template?.position ?? all.length + 1),
				actif: template?.active ?? true
			}
		};
	});

const text = (most: number) => v.optional(v.pipe(v.string(), v.maxLength(most)), '');
const Typed = v.strictObject({
	titre: text(200),
	fr: text(10_000),
	en: text(10_000),
	ar: text(10_000),
	rang: v.optional(v.pipe(v.string(), v.regex(/^\d{1,3}$/), v.transform(Number)), '1'),
	actif: v.optional(v.literal('oui'))
});

async function typed(request: Request) {
	const read = v.safeParse(Typed, Object.fromEntries(await request.formData()));
	if (!read.success) error(400);
	return read.output;
}

const valuesOf = ({ titre, fr, en, ar, rang, actif }: v.InferOutput<typeof Typed>) => ({
	titre,
	fr,
	en,
	ar,
	rang: String(rang),
	actif: actif === 'oui'
});

export const actions: Actions = {
	/** How an answer would begin, for a person called Amina. Nothing is written. */
	apercu: async ({ locals, request }) => {
		requireTemplateEditor(locals.actor);
		const read = await typed(request);
		const previews = (['fr', 'en', 'ar'] as const)
			.filter((locale) => read[locale].trim())
			.map((locale) => ({ locale, text: fillTemplate(read[locale], examplesIn(locale)) }));
		return { step: 'preview' as const, values: valuesOf(read), previews };
	},
	enregistrer: async ({ locals, request, params }) => {
		const read = await typed(request);
		const { titre, fr, en, ar, rang, actif } = read;
		try {
			await act(locals, (tx) =>
				saveTemplate(tx, locals.actor, {
					id: params.id === 'nouveau' ? null : params.id,
					title: titre,
					texts: { fr, en, ar },
					position: rang,
					active: actif === 'oui'
				})
			);
		} catch (cause) {
			if (!(cause instanceof RuleBroken)) throw cause;
			const { rule, facts } = cause;
			return fail(422, { step: 'refused' as const, rule, facts, values: valuesOf(read) });
		}
		redirect(303, `${localizeHref('/agent/messages/modeles')}?enregistre`);
	}
};

const examplesIn = (locale: string) => ({
	prenom: 'Amina',
	agent: m.messages_template_example_agent({}, { locale: locale as 'fr' }),
	'lien-pieces': publicAddress('/espace/pieces', locale),
	'lien-rendez-vous': publicAddress('/rendez-vous', locale),
	'lien-demande': publicAddress('/espace', locale)
});
