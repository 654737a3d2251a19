import type { RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { RuleBroken } from '$lib/domain/errors.ts';
import { deliverPaper, type Delivery } from '$lib/server/documents/deliver-paper.ts';
import { readUpload, type Fields } from '$lib/server/documents/read-upload.ts';
import { vault } from '$lib/server/documents/vault.ts';
import { act } from '$lib/server/http.ts';

const FORM = v.strictObject({
	cle: v.pipe(v.string(), v.maxLength(150)),
	piece: v.pipe(v.string(), v.nonEmpty(), v.maxLength(60)),
	personne: v.optional(v.union([v.literal(''), v.pipe(v.string(), v.uuid())]), ''),
	envoi: v.pipe(v.string(), v.uuid())
});

/** Takes what a form of this page sends: one file, and what it is. The file streams; it is never held in memory. */
export function takeSentForm({ request, locals }: Pick<RequestEvent, 'request' | 'locals'>) {
	return readUpload(request, 'fichier', async (file, fields) =>
		deliverPaper(
			await vault(),
			locals.actor,
			file,
			async () => deliveryOf(await fields),
			(work) => act(locals, work)
		)
	);
}

/** @throws RuleBroken `paper-unknown-kind` when the form is not one of this page's */
function deliveryOf(fields: Fields): Delivery {
	const read = v.safeParse(FORM, Object.fromEntries(fields));
	if (!read.success) throw new RuleBroken('paper-unknown-kind');
	const { piece, personne, envoi } = read.output;
	return { category: piece, personId: personne || null, sendingId: envoi };
}
