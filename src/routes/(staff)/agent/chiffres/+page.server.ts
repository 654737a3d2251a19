import { fail, redirect } from '@sveltejs/kit';
import { RuleBroken } from '$lib/domain/errors.ts';
import { dateInWords, inParis, shortDayInWords, hourInWords } from '$lib/domain/words.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { mayImportFigures } from '$lib/server/figures/access.ts';
import { prepareFigures } from '$lib/server/figures/prepare-figures.ts';
import { figuresInForce, listReleases } from '$lib/server/figures/queries.ts';
import { restoreFigures } from '$lib/server/figures/restore-figures.ts';
import { act, show } from '$lib/server/http.ts';
import type { Actions, PageServerLoad } from './$types';
import { asking } from '../asked.ts';
import { readImport } from './import-form.ts';

const HERE = '/agent/chiffres';

export const load: PageServerLoad = ({ locals, url }) =>
	show(locals, async (tx) => {
		const mayImport = mayImportFigures(locals.actor);
		if (!mayImport) return { mayImport, published: false, releases: [] };
		const locale = getLocale();
		const current = await figuresInForce(tx);
		const releases = await listReleases(tx, locals.actor);
		return {
			mayImport,
			published: url.searchParams.has('publie'),
			releases: releases.map((release) => {
				const { day, time } = inParis(release.publishedAt ?? release.createdAt);
				return {
					id: release.id,
					state:
						release.state === 'draft' ? 'draft' : release.id === current?.id ? 'in_force' : 'past',
					when: `${shortDayInWords(day, locale)}, ${hourInWords(time, locale)}`,
					asOf: dateInWords(release.asOf, locale),
					source: release.source,
					isExample: release.isExample,
					by: release.by ?? '',
					lines: release.lines
				};
			})
		};
	});

/** Of the faults of a file, as many as a person mends before sending it again. */
const MOST_FAULTS = 100;

export const actions: Actions = {
	verifier: async ({ locals, request }) => {
		const { values, errors, input } = await readImport(await request.formData());
		if (!input) return fail(422, { outcome: 'invalid' as const, errors, values });
		let prepared;
		try {
			prepared = await act(locals, (tx) => prepareFigures(tx, locals.actor, input));
		} catch (cause) {
			if (!(cause instanceof RuleBroken)) throw cause;
			const { rule, facts } = cause;
			return fail(422, { outcome: 'rule' as const, rule, facts, values });
		}
		if ('faults' in prepared) {
			return fail(422, {
				outcome: 'faults' as const,
				faults: prepared.faults.slice(0, MOST_FAULTS),
				more: Math.max(0, prepared.faults.length - MOST_FAULTS),
				values
			});
		}
		redirect(303, localizeHref(`${HERE}/${prepared.releaseId}`));
	},
	remettre: async ({ locals, request }) => {
		const releaseId = String((await request.formData()).get('id') ?? '');
		await act(locals, (tx) => restoreFigures(tx, locals.actor, { releaseId }));
		redirect(303, asking(localizeHref(HERE), { publie: '1' }));
	}
};
