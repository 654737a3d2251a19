import { error, fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { RuleBroken } from '$lib/domain/errors.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { mayEditBodies } from '$lib/server/bodies/access.ts';
import { listLandlords, listRegisteringBodies } from '$lib/server/bodies/queries.ts';
import { saveLandlord } from '$lib/server/bodies/save-landlord.ts';
import { saveRegisteringBody } from '$lib/server/bodies/save-registering-body.ts';
import { listCommunes } from '$lib/server/counters/queries.ts';
import type { Tx } from '$lib/server/db/unit-of-work.ts';
import { act, show } from '$lib/server/http.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
	show(locals, async (tx) => {
		const communes = await listCommunes(tx);
		const names = new Map(communes.map(({ insee, name }) => [insee, name]));
		const { known, unnamed } = await listRegisteringBodies(tx);
		return {
			mayEdit: mayEditBodies(locals.actor),
			saved: url.searchParams.has('enregistre'),
			communes: communes.map(({ insee, name }) => ({ value: insee, label: name })),
			landlords: (await listLandlords(tx)).map(
				({ id, name, confirmed, active, communes: where }) => ({
					id,
					name,
					confirmed,
					active,
					communes: where,
					places: where.map((insee) => names.get(insee) ?? insee).join(', ')
				})
			),
			registering: [
				...known.map(({ code, name, address, confirmed }) => ({ code, name, address, confirmed })),
				...unnamed.map((code) => ({ code, name: '', address: '', confirmed: false }))
			]
		};
	});

const text = (most: number) => v.optional(v.pipe(v.string(), v.maxLength(most)), '');
const yes = v.optional(v.literal('oui'));
const Landlord = v.strictObject({
	id: text(40),
	nom: text(400),
	communes: v.array(v.pipe(v.string(), v.maxLength(5))),
	confirme: yes,
	actif: yes
});
const Registering = v.strictObject({
	code: text(20),
	nom: text(400),
	adresse: text(600),
	confirme: yes
});

/** Does it and shows the page again; a rule that refuses comes back with what was typed. */
async function save(
	locals: App.Locals,
	values: { key: string; nom: string; adresse: string },
	work: (tx: Tx) => Promise<unknown>
) {
	try {
		await act(locals, work);
	} catch (cause) {
		if (!(cause instanceof RuleBroken)) throw cause;
		return fail(422, { outcome: 'rule' as const, rule: cause.rule, facts: cause.facts, values });
	}
	redirect(303, `${localizeHref('/agent/reglages/organismes')}?enregistre`);
}

export const actions: Actions = {
	bailleur: async ({ locals, request }) => {
		const data = await request.formData();
		const fields = { ...Object.fromEntries(data), communes: data.getAll('communes') };
		const read = v.safeParse(Landlord, fields);
		if (!read.success) error(400);
		const { id, nom, communes, confirme, actif } = read.output;
		return save(locals, { key: id || 'nouveau', nom, adresse: '' }, (tx) =>
			saveLandlord(tx, locals.actor, {
				id: id || null,
				name: nom,
				communes,
				confirmed: confirme === 'oui',
				active: actif === 'oui'
			})
		);
	},
	service: async ({ locals, request }) => {
		const read = v.safeParse(Registering, Object.fromEntries(await request.formData()));
		if (!read.success) error(400);
		const { code, nom, adresse, confirme } = read.output;
		return save(locals, { key: code, nom, adresse }, (tx) =>
			saveRegisteringBody(tx, locals.actor, {
				code,
				name: nom,
				address: adresse,
				confirmed: confirme === 'oui'
			})
		);
	}
};
