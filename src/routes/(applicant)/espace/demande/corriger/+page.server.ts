import { error, fail, redirect } from '@sveltejs/kit';
import { FACT_RULES, factText, fieldsOfFact, readFactText } from '$lib/domain/changes/facts.ts';
import { CHANGE_RULES } from '$lib/domain/changes/kinds.ts';
import { papersFor } from '$lib/domain/changes/papers.ts';
import { readValues } from '$lib/domain/changes/read-values.ts';
import { isOpen, WRONG_LENGTH } from '$lib/domain/changes/states.ts';
import { RuleBroken } from '$lib/domain/errors.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { applicationIdOf } from '$lib/server/applications/access.ts';
import { registeredFacts } from '$lib/server/applications/registered-facts.ts';
import { askRectification, requireFact } from '$lib/server/changes/ask-rectification.ts';
import { currentValues } from '$lib/server/changes/current-values.ts';
import { proposalsOf } from '$lib/server/changes/queries.ts';
import { territoryCommunes } from '$lib/server/changes/territory-communes.ts';
import { today } from '$lib/server/clock.ts';
import type { Tx } from '$lib/server/db/unit-of-work.ts';
import { act, show } from '$lib/server/http.ts';
import type { Actions, PageServerLoad } from './$types';
import { factLine } from '../fact-lines.ts';
import { communesToChoose, fieldScreens } from '../field-screens.ts';
import { nameOf } from '../facts-screen.ts';
import { faultsInWords, readTyped, textOf, typedAgain } from '../read-typed.ts';
import { askedFact } from './asked-fact.ts';

export const load: PageServerLoad = ({ locals, url }) =>
	show(locals, async (tx) => {
		const reading = await readingOf(tx, locals);
		const { facts } = reading;
		const key = askedFact(facts, url.searchParams);
		const subject = factText(key);
		const asked = await proposalsOf(tx, locals.actor, facts.application.id);
		const open = asked.find((line) => line.subject === subject && isOpen(line.state));
		const fields = fieldsOfFact(key);
		const current = currentValues(facts, [...fields.required, ...fields.optional], key.personId);
		const person = facts.household.find(({ id }) => id === key.personId);
		const change = 'change' in FACT_RULES[key.fact] ? FACT_RULES[key.fact] : null;
		return {
			fact: factLine(reading, key),
			who: person ? nameOf(person) : null,
			fields: fieldScreens(reading, fields, { ...current, ...open?.values }),
			wrong: open?.wrong ?? '',
			longest: WRONG_LENGTH,
			openId: open?.id ?? null,
			takenUp: open?.state === 'being_entered',
			needs: papersFor('rectification', {}, subject),
			change: change && 'change' in change ? CHANGE_RULES[change.change].slug : null
		};
	});

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const data = await request.formData();
		const key = readFactText(String(data.get('sujet') ?? ''));
		if (!key) error(400);
		const fields = fieldsOfFact(key);
		const typed = readTyped(data, fields, ['sujet', 'faux']);
		const values = typedAgain(typed);
		const wrong = textOf(typed, 'faux');
		const outcome = await act(locals, async (tx) => {
			const reading = await readingOf(tx, locals);
			requireFact(reading.facts, key);
			const context = { today: today(), communes: communesToChoose(reading) };
			const read = readValues(fields, typed, context);
			if (Object.keys(read.faults).length > 0)
				return { errors: faultsInWords(read.faults), id: null };
			const asked = { key, wrong, values: read.values };
			return { errors: null, id: await askRectification(tx, locals.actor, asked) };
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
		redirect(303, `${localizeHref(`/espace/demande/changements/${outcome.id}`)}?fait=envoye`);
	}
};

async function readingOf(tx: Tx, { actor }: App.Locals) {
	const facts = await registeredFacts(tx, actor, applicationIdOf(actor));
	return { facts, communes: await territoryCommunes(tx), locale: getLocale() };
}
