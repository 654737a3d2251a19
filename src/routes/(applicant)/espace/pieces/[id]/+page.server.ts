import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { ROTATIONS } from '$lib/domain/documents/paper-codes.ts';
import { RuleBroken } from '$lib/domain/errors.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { moveFile } from '$lib/server/documents/move-file.ts';
import { myPaper } from '$lib/server/documents/my-paper.ts';
import { removeFile } from '$lib/server/documents/remove-file.ts';
import { removeKept } from '$lib/server/documents/sealed-objects.ts';
import { sendDraft } from '$lib/server/documents/send-draft.ts';
import { sendingFigures } from '$lib/server/documents/sending-limits.ts';
import { turnFile } from '$lib/server/documents/turn-file.ts';
import { vault } from '$lib/server/documents/vault.ts';
import { withdrawPaper } from '$lib/server/documents/withdraw-paper.ts';
import { act, show } from '$lib/server/http.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import { paperScreen } from './paper-screen.ts';
import { takePage } from './take-page.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const [paper, figures] = await show(locals, (tx) =>
		Promise.all([myPaper(tx, locals.actor, { paperId: params.id }), sendingFigures(tx)])
	);
	return {
		...paperScreen({ paper, figures }, getLocale()),
		added: url.searchParams.has('ajoutee')
	};
};

const ROTATION = v.picklist(ROTATIONS.map(String));
const CHANGE = v.strictObject({
	fichier: v.pipe(v.string(), v.uuid()),
	place: v.optional(v.pipe(v.string(), v.regex(/^[1-9]\d?$/))),
	rotation: v.optional(ROTATION),
	retirer: v.optional(v.literal('oui'))
});

export const actions: Actions = {
	ajouter: (event) => answering(event, 'ajouter', () => takePage(event), '?ajoutee'),
	page: (event) => answering(event, 'page', () => change(event)),
	envoyer: (event) =>
		answering(
			event,
			'envoyer',
			() =>
				act(event.locals, (tx) => sendDraft(tx, event.locals.actor, { paperId: event.params.id })),
			`${localizeHref('/espace/pieces')}?recu=${event.params.id}`
		),
	supprimer: async (event) => {
		const begun = (await event.request.formData()).has('commence');
		const next = `${localizeHref('/espace/pieces')}?${begun ? 'abandonne' : 'supprime'}`;
		return answering(event, 'supprimer', () => withdraw(event), next);
	}
};

/** One change to one page: its place, how it stands, or whether it stays. */
async function change({ locals, params, request }: RequestEvent): Promise<void> {
	const read = v.safeParse(CHANGE, Object.fromEntries(await request.formData()));
	if (!read.success) return;
	const { fichier: fileId, place, rotation, retirer } = read.output;
	const ids = { paperId: params.id, fileId };
	const storageKeys = await act(locals, async (tx) => {
		if (place) await moveFile(tx, locals.actor, { ...ids, place: Number(place) });
		const degrees = ROTATIONS.find((one) => String(one) === rotation);
		if (degrees !== undefined) await turnFile(tx, locals.actor, { ...ids, rotation: degrees });
		return retirer ? (await removeFile(tx, locals.actor, ids)).storageKeys : [];
	});
	await removeKept((await vault()).store, storageKeys);
}

async function withdraw({ locals, params }: RequestEvent): Promise<void> {
	const { storageKeys } = await act(locals, (tx) =>
		withdrawPaper(tx, locals.actor, { paperId: params.id })
	);
	await removeKept((await vault()).store, storageKeys);
}

/** Does it, then shows the document again or what comes after it; a broken rule is said on the form it came from. */
async function answering(
	{ params }: RequestEvent,
	what: 'ajouter' | 'page' | 'envoyer' | 'supprimer',
	work: () => Promise<unknown>,
	next = ''
) {
	try {
		await work();
	} catch (cause) {
		if (!(cause instanceof RuleBroken)) throw cause;
		const { rule, facts } = cause;
		return fail(422, { outcome: 'rule' as const, rule, facts, values: {}, what });
	}
	redirect(303, next.startsWith('/') ? next : localizeHref(`/espace/pieces/${params.id}`) + next);
}
