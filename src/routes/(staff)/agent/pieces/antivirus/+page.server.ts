import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { RuleBroken } from '$lib/domain/errors.ts';
import { dateInWords, inParis } from '$lib/domain/words.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { acceptUnscanned } from '$lib/server/documents/accept-unscanned.ts';
import { endWaiver } from '$lib/server/documents/end-waiver.ts';
import { paperHealth } from '$lib/server/documents/paper-health.ts';
import { act, show } from '$lib/server/http.ts';
import { agentOf } from '../../staff.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
	show(locals, async (tx) => {
		const { antivirus, waiver, ...health } = await paperHealth(tx, locals.actor);
		const day = (at: Temporal.Instant) => dateInWords(inParis(at).day, getLocale());
		return {
			...health,
			antivirus: antivirus && {
				version: antivirus.version,
				seen: day(antivirus.at),
				signatures: antivirus.signaturesAt && day(Temporal.Instant.from(antivirus.signaturesAt))
			},
			waiver: waiver && { statement: waiver.statement, day: day(waiver.givenAt) },
			isHead: agentOf(locals).role === 'head',
			done: url.searchParams.get('fait')
		};
	});

const Statement = v.strictObject({ decision: v.string() });

export const actions: Actions = {
	accepter: async ({ locals, request }) => {
		const read = v.safeParse(Statement, Object.fromEntries(await request.formData()));
		const statement = read.success ? read.output.decision : '';
		try {
			await act(locals, (tx) => acceptUnscanned(tx, locals.actor, { statement }));
		} catch (cause) {
			if (!(cause instanceof RuleBroken)) throw cause;
			const { rule, facts } = cause;
			return fail(422, { outcome: 'rule' as const, rule, facts, values: { decision: statement } });
		}
		redirect(303, `${localizeHref('/agent/pieces/antivirus')}?fait=accepte`);
	},
	terminer: async ({ locals }) => {
		await act(locals, (tx) => endWaiver(tx, locals.actor));
		redirect(303, `${localizeHref('/agent/pieces/antivirus')}?fait=termine`);
	}
};
