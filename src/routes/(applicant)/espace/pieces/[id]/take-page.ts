import type { RequestEvent } from '@sveltejs/kit';
import { RuleBroken } from '$lib/domain/errors.ts';
import { addPage } from '$lib/server/documents/add-page.ts';
import { readUpload } from '$lib/server/documents/read-upload.ts';
import { vault } from '$lib/server/documents/vault.ts';
import { act } from '$lib/server/http.ts';

type Event = Pick<RequestEvent, 'request' | 'locals' | 'params'>;

/**
 * Takes the page that a plain form of a draft sends, streaming.
 * @throws RuleBroken `file-missing` and those of addPage
 */
export async function takePage({ request, locals, params }: Event): Promise<void> {
	const paperId = params['id'] ?? '';
	const { refused } = await readUpload(request, 'fichier', async (file, fields) => {
		const sendingId = async () => {
			const drawn = (await fields).get('envoi');
			if (drawn === undefined) throw new RuleBroken('file-interrupted');
			return drawn;
		};
		const input = { paperId, file, sendingId };
		await addPage(await vault(), locals.actor, input, (work) => act(locals, work));
	});
	if (refused) throw refused;
}
