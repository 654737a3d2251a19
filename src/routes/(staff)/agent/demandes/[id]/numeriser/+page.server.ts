import { randomUUID } from 'node:crypto';
import { fail, redirect } from '@sveltejs/kit';
import { codeLabel } from '$lib/components/code-label.ts';
import { RuleBroken } from '$lib/domain/errors.ts';
import { localised } from '$lib/domain/localised.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { today } from '$lib/server/clock.ts';
import { readUploads } from '$lib/server/documents/read-uploads.ts';
import { scanDesk } from '$lib/server/documents/scan-desk.ts';
import { scanForPerson } from '$lib/server/documents/scan-for-person.ts';
import { sendingFigures } from '$lib/server/documents/sending-limits.ts';
import { vault } from '$lib/server/documents/vault.ts';
import { act, show } from '$lib/server/http.ts';
import { scanOf } from './scan-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const locale = getLocale();
	const [desk, figures] = await show(locals, (tx) =>
		Promise.all([scanDesk(tx, locals.actor, params.id), sendingFigures(tx)])
	);
	return {
		id: params.id,
		uniqueNumber: desk.uniqueNumber,
		today: today().toString(),
		...figures,
		sendingId: randomUUID(),
		kinds: desk.kinds.map((kind) => ({
			value: kind.code,
			label: localised(kind.label, locale),
			group: codeLabel('paper_group', kind.groupCode)
		})),
		people: desk.people.map(({ id, firstName, lastName }) => ({
			value: id,
			label: [firstName, lastName?.toLocaleUpperCase('fr')].filter(Boolean).join(' ') || '–'
		}))
	};
};

export const actions: Actions = {
	envoyer: async ({ locals, params, request }) => {
		const fields = new Map<string, string>();
		const input = { applicationId: params.id };
		const read = async (take: Parameters<Parameters<typeof scanForPerson>[3]>[0]) =>
			scanOf(await readUploads(request, 'fichier', take, fields));
		let paperId: string;
		try {
			const sent = await scanForPerson(await vault(), locals.actor, input, read, (work) =>
				act(locals, work)
			);
			paperId = sent.paperId;
		} catch (cause) {
			if (!(cause instanceof RuleBroken)) throw cause;
			const values = Object.fromEntries(fields);
			return fail(422, { outcome: 'rule' as const, rule: cause.rule, facts: cause.facts, values });
		}
		redirect(303, `${localizeHref(`/agent/pieces/${paperId}`)}?fait=numerise`);
	}
};
