import type { Actor } from '../../domain/accounts/actor.ts';
import type { Within } from './deliver-paper.ts';
import { fileOfDraft, lockDraft } from './draft-files.ts';
import { stopEarlierSending } from './sendings-under-way.ts';

/**
 * How much of a file is here. Whoever asks has lost the connection they had: what it brought is counted first.
 * @param within see deliverPaper
 * @throws NotFound; RuleBroken `draft-sent`
 */
export async function whereFileIs(
	actor: Actor,
	input: { paperId: string; fileId: string },
	within: Within
): Promise<{ offset: number; complete: boolean }> {
	const look = () =>
		within(async (tx) => {
			await lockDraft(tx, actor, input.paperId);
			return fileOfDraft(tx, input.paperId, input.fileId);
		});
	// Nobody stops a stranger's sending: the first look says whether the file is theirs.
	const { id } = await look();
	await stopEarlierSending(id);
	const file = await look();
	return { offset: file.receivedBytes, complete: file.state !== 'sending' };
}
