import { error, fail, redirect } from '@sveltejs/kit';
import { CHANGE_RULES, fieldsOf, kindOfSlug, type ChangeKind } from '$lib/domain/changes/kinds.ts';
import { papersFor } from '$lib/domain/changes/papers.ts';
import { readValues } from '$lib/domain/changes/read-values.ts';
import { isOpen } from '$lib/domain/changes/states.ts';
import { RuleBroken } from '$lib/domain/errors.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { applicationIdOf } from '$lib/server/applications/access.ts';
import { registeredFacts } from '$lib/server/applications/registered-facts.ts';
import { currentValues } from '$lib/server/changes/current-values.ts';
import { proposeChange } from '$lib/server/changes/propose-change.ts';
import { proposalsOf } from '$lib/server/changes/queries.ts';
import { territoryCommunes } from '$lib/server/changes/territory-communes.ts';
import { today } from '$lib/server/clock.ts';
import type { Tx } from '$lib/server/db/unit-of-work.ts';
import { act, show } from '$lib/server/http.ts';
import type { Actions, PageServerLoad } from './$types';
import { communesToChoose, fieldScreens } from '../../field-screens.ts';
import { faultsInWords, readTyped, textOf, typedAgain } from '../../read-typed.ts';
import { withPreferred } from './preferred-commune.ts';
import { subjectScreen } from './subject-screen.ts';

export const load: PageServerLoad = ({ locals, params, url }) =>
	show(locals, async (tx) => {
		const kind = kindAsked(params.slug);
		const reading = await readingOf(tx, locals);
		const { facts } = reading;
		const proposals = await proposalsOf(tx, locals.actor, facts.application.id);
		const asked = {
			personne: url.searchParams.get('personne'),
			place: url.searchParams.get('place')
		};
		const about = subjectScreen(facts, proposals, kind, asked);
		const common = { kind, slug: params.slug, back: isFromRenewal(url.searchParams.get('retour')) };
		if (about.step === 'who') return { ...common, about, form: null };
		const open = proposals.find(
			(line) => line.kind === kind && line.subject === about.subject && isOpen(line.state)
		);
		const fields = fieldsOf(kind, today().year);
		const isSet = CHANGE_RULES[kind].effect === 'set';
		const names = isSet ? [...fields.required, ...fields.optional] : [];
		const values = { ...currentValues(facts, names, about.subject || null), ...open?.values };
		return {
			...common,
			about,
			form: {
				fields: fieldScreens(reading, fields, values),
				isEdit: open !== undefined,
				takenUp: open?.state === 'being_entered',
				needs: papersFor(kind, values),
				appointment: CHANGE_RULES[kind].appointment
			}
		};
	});

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const kind = kindAsked(params.slug);
		const fields = fieldsOf(kind, today().year);
		const data = await request.formData();
		const typed = readTyped(data, fields, ['sujet', 'retour', 'premiere']);
		const values = typedAgain(typed);
		const outcome = await act(locals, async (tx) => {
			const reading = await readingOf(tx, locals);
			const context = { today: today(), communes: communesToChoose(reading) };
			const read = readValues(fields, withPreferred(typed), context);
			if (Object.keys(read.faults).length > 0)
				return { errors: faultsInWords(read.faults), id: null };
			const change = { kind, subject: textOf(typed, 'sujet'), values: read.values };
			return { errors: null, id: await proposeChange(tx, locals.actor, change) };
		}).catch((cause: unknown) => {
			if (cause instanceof RuleBroken) return cause;
			throw cause;
		});
		if (outcome instanceof RuleBroken) {
			const { rule, facts } = outcome;
			return fail(422, { outcome: 'rule' as const, rule, facts, values });
		}
		if (outcome.errors)
			return fail(400, { outcome: 'invalid' as const, errors: outcome.errors, values });
		const from = isFromRenewal(textOf(typed, 'retour')) ? '&retour=renouvellement' : '';
		redirect(
			303,
			`${localizeHref(`/espace/demande/changements/${outcome.id}`)}?fait=envoye${from}`
		);
	}
};

function kindAsked(slug: string): ChangeKind {
	const kind = kindOfSlug(slug);
	if (!kind) error(404);
	return kind;
}

const isFromRenewal = (text: string | null) => text === 'renouvellement';

async function readingOf(tx: Tx, { actor }: App.Locals) {
	const facts = await registeredFacts(tx, actor, applicationIdOf(actor));
	return { facts, communes: await territoryCommunes(tx), locale: getLocale() };
}
