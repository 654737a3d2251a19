import type { RequestEvent } from '@sveltejs/kit';
import { randomUUID } from 'node:crypto';
import { RuleBroken } from '$lib/domain/errors.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { applicationIdOf } from '$lib/server/applications/access.ts';
import { addPage } from '$lib/server/documents/add-page.ts';
import { papersOfRequest, paperKinds } from '$lib/server/documents/queries.ts';
import { readUpload } from '$lib/server/documents/read-upload.ts';
import { removeKept } from '$lib/server/documents/sealed-objects.ts';
import { startDraft } from '$lib/server/documents/start-draft.ts';
import { vault } from '$lib/server/documents/vault.ts';
import { withdrawPaper } from '$lib/server/documents/withdraw-paper.ts';
import { act } from '$lib/server/http.ts';
import { papersScreen } from '../papers-screen.ts';

/**
 * Takes a photo or a PDF that the phone's "share" sends, into a document of its own. What it is, nobody said yet: it
 * starts as the first paper that is missing, and the person says so on the next screen. Nothing stays of a file that is refused.
 * @returns the document, or the rule that was broken
 */
export async function takeShared({ request, locals }: Pick<RequestEvent, 'request' | 'locals'>) {
	const actor = locals.actor;
	const within = <T>(work: Parameters<typeof act<T>>[1]) => act(locals, work);
	const { paperId } = await act(locals, async (tx) => {
		const papers = await papersOfRequest(tx, actor, applicationIdOf(actor));
		const screen = papersScreen(papers, [], await paperKinds(tx), getLocale());
		const first = screen.sections.flatMap(({ toSend }) => toSend)[0];
		return startDraft(tx, actor, {
			category: first?.kinds[0]?.value ?? screen.kinds[0]!.value,
			personId: first ? first.personId : (screen.people[0]?.id ?? null),
			sendingId: randomUUID(),
			apart: true
		});
	});
	const { refused } = await readUpload(request, 'fichier', async (file) => {
		const sendingId = () => Promise.resolve(randomUUID());
		await addPage(await vault(), actor, { paperId, file, sendingId }, within);
	});
	if (!refused) return { paperId };
	const { storageKeys } = await within((tx) => withdrawPaper(tx, actor, { paperId }));
	await removeKept((await vault()).store, storageKeys);
	if (!(refused instanceof RuleBroken)) throw refused;
	return { rule: refused.rule };
}
