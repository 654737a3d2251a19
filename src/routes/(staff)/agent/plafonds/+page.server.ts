import { fail, redirect } from '@sveltejs/kit';
import { RuleBroken } from '$lib/domain/errors.ts';
import { eurosInWords } from '$lib/domain/words.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { listCeilingTables } from '$lib/server/ceilings/queries.ts';
import { setCeilings } from '$lib/server/ceilings/set-ceilings.ts';
import { today } from '$lib/server/clock.ts';
import { act, show } from '$lib/server/http.ts';
import { mayChangeSettings } from '$lib/server/settings/access.ts';
import type { Actions, PageServerLoad } from './$types';
import { asking } from '../asked.ts';
import { readTable, typedOf } from './ceilings-form.ts';

const HERE = '/agent/plafonds';

export const load: PageServerLoad = ({ locals, url }) =>
	show(locals, async (tx) => {
		const tables = await listCeilingTables(tx);
		const asked = url.searchParams.get('table');
		const chosen = tables.find((table) => idOf(table) === asked);
		const locale = getLocale();
		return {
			mayChange: mayChangeSettings(locals.actor),
			saved: url.searchParams.has('enregistre'),
			tables: tables.map((table) => ({
				id: idOf(table),
				title: `${table.programme} ${table.year}`,
				nature: table.nature,
				confirmed: table.confirmed,
				source: table.source,
				first: eurosInWords((table.amounts[0] ?? 0) * 100, locale)
			})),
			editing: chosen ? idOf(chosen) : null,
			typed: chosen ? typedOf(chosen) : { annee: String(today().year) }
		};
	});

const idOf = ({ programme, year }: { programme: string; year: number }) => `${programme}-${year}`;

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const { typed, errors, table } = readTable(await request.formData());
		if (!table) return fail(422, { outcome: 'invalid' as const, errors, values: typed });
		try {
			await act(locals, (tx) => setCeilings(tx, locals.actor, table));
		} catch (cause) {
			if (!(cause instanceof RuleBroken)) throw cause;
			const field =
				cause.rule === 'ceilings-not-rising' ? `montant-${cause.facts['category']}` : 'confirme';
			return fail(422, {
				outcome: 'invalid' as const,
				errors: { [field]: cause.rule },
				values: typed
			});
		}
		redirect(303, asking(localizeHref(HERE), { enregistre: '1' }));
	}
};
