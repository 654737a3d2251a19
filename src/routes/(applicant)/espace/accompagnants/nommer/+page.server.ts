import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { RuleBroken } from '$lib/domain/errors.ts';
import type { FormOutcome } from '$lib/domain/form-outcome.ts';
import { namingForm } from '$lib/domain/helpers/forms.ts';
import { lastDayOf, MANDATE_MONTHS } from '$lib/domain/helpers/mandate.ts';
import { dateInWords } from '$lib/domain/words.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { today } from '$lib/server/clock.ts';
import { nameHelper } from '$lib/server/helpers/name-helper.ts';
import { act } from '$lib/server/http.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
	lengths: MANDATE_MONTHS.map((months) => ({
		months,
		until: dateInWords(lastDayOf(today(), months), getLocale())
	}))
});

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const data = await request.formData();
		const rights = data.getAll('droits').map(String);
		const typed = { ...texts(data), droits: rights };
		const read = v.safeParse(namingForm, typed);
		if (!read.success) {
			const errors: Record<string, string> = {};
			for (const issue of read.issues)
				errors[String(issue.path?.[0]?.key ?? 'form')] ??= issue.message;
			return fail(400, refused({ outcome: 'invalid', errors, values: texts(data) }, rights));
		}
		const { nom: name, lien: kind, contact, droits, duree: months } = read.output;
		const input = { name, kind, contact, rights: droits, months, locale: getLocale() };
		try {
			await act(locals, (tx) => nameHelper(tx, locals.actor, input));
		} catch (cause) {
			if (!(cause instanceof RuleBroken)) throw cause;
			const { rule, facts } = cause;
			return fail(422, refused({ outcome: 'rule', rule, facts, values: texts(data) }, rights));
		}
		redirect(303, `${localizeHref('/espace/accompagnants')}?fait=nomme`);
	}
};

const refused = (outcome: FormOutcome, rights: string[]) => ({ ...outcome, rights });

/** What was typed, to be given back; several values under one name are the rights alone. */
function texts(data: FormData): Record<string, string> {
	const given = [...data.entries()].filter(([name]) => name !== 'droits');
	return Object.fromEntries(given.map(([name, value]) => [name, String(value).slice(0, 254)]));
}
