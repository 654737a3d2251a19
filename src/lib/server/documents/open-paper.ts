import type { Actor } from '../../domain/accounts/actor.ts';
import { NotFound, Refused } from '../../domain/errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../db/unit-of-work.ts';
import type { StorageKey } from '../ports/storage.ts';
import { lockPaper, mayOpenContent } from './access.ts';
import type { WrappedKey } from './keyring.ts';
import type { SealContext } from './sealing.ts';

/** All it takes to read one paper's content. */
export type OpenedPaper = {
	context: SealContext;
	storageKey: StorageKey;
	wrapped: WrappedKey;
	fileName: string;
	mediaType: string;
	byteSize: number;
};

/**
 * Somebody reads a paper's content: its owner, or an agent, who leaves a line in the journal before the first byte.
 * @throws NotFound for a stranger's paper, an unknown one, or one whose content is destroyed; Refused for a sensitive
 * one that this agent may not read
 */
export async function openPaper(
	tx: Tx,
	actor: Actor,
	input: { paperId: string }
): Promise<OpenedPaper> {
	const found = await lockPaper(tx, actor, input.paperId);
	if (!mayOpenContent(actor, found.sensitive)) throw new Refused('open-sensitive-paper');
	const { storageKey, wrappedKey, masterKeyVersion } = found;
	if (storageKey === null || wrappedKey === null || masterKeyVersion === null) {
		throw new NotFound('paper');
	}
	if (actor.kind === 'agent') {
		await recordAudit(tx, actor, {
			action: 'open-paper',
			applicationId: found.applicationId,
			subjectKind: 'paper',
			subjectId: found.id
		});
	}
	return {
		context: { applicationId: found.applicationId, paperId: found.id },
		storageKey,
		wrapped: { wrappedKey, masterKeyVersion },
		fileName: found.fileName,
		mediaType: found.mediaType,
		byteSize: found.byteSize
	};
}
