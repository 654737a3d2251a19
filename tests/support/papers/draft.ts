import { randomUUID } from 'node:crypto';
import type { Actor } from '../../../src/lib/domain/accounts/actor.ts';
import { unitOfWork } from '../../../src/lib/server/db/unit-of-work.ts';
import { addFile } from '../../../src/lib/server/documents/add-file.ts';
import type { Within } from '../../../src/lib/server/documents/deliver-paper.ts';
import { myPaper } from '../../../src/lib/server/documents/my-paper.ts';
import { receivePart, type Progress } from '../../../src/lib/server/documents/receive-part.ts';
import { startDraft } from '../../../src/lib/server/documents/start-draft.ts';
import type { Vault } from '../../../src/lib/server/documents/vault.ts';
import type { Household } from './household.ts';
import { inParts } from './vault.ts';

export const within =
	(actor: Actor): Within =>
	(work) =>
		unitOfWork(actor, work);

/** A document begun for the identity of the household's adult. */
export async function beginDraft(
	home: Household,
	category = 'national_id_card',
	sendingId: string = randomUUID()
): Promise<string> {
	const input = { category, personId: home.personId, sendingId };
	const { paperId } = await unitOfWork(home.applicant, (tx) =>
		startDraft(tx, home.applicant, input)
	);
	return paperId;
}

type Announced = {
	expectedBytes?: number | null;
	fileName?: string;
	declaredType?: string;
	sendingId?: string;
	replaces?: string;
};

/** Announces a file of a draft; its bytes are still to come. */
export async function announce(
	actor: Actor,
	paperId: string,
	{ expectedBytes = null, ...said }: Announced = {}
): Promise<string> {
	const what = { fileName: 'page.jpg', declaredType: 'image/jpeg', sendingId: randomUUID() };
	const { replaces = null, ...rest } = { ...what, ...said };
	const { id } = await unitOfWork(actor, (tx) =>
		addFile(tx, actor, { paperId, expectedBytes, replaces, ...rest })
	);
	return id;
}

export type Piece = { paperId: string; fileId: string; offset?: number; complete?: boolean };

/** Brings bytes of a file; a body of one's own may break on the way. */
export function bring(
	vault: Vault,
	actor: Actor,
	{ paperId, fileId, offset = 0, complete = false }: Piece,
	bytes: Uint8Array | AsyncIterable<Uint8Array>
): Promise<Progress> {
	const body = bytes instanceof Uint8Array ? inParts(bytes) : bytes;
	const input = { paperId, fileId, offset, complete, length: null, body };
	return receivePart(vault, actor, input, within(actor));
}

/** A page of a draft, announced and brought whole. */
export async function addWhole(
	vault: Vault,
	actor: Actor,
	paperId: string,
	bytes: Uint8Array,
	said: Announced = {}
): Promise<string> {
	const fileId = await announce(actor, paperId, { expectedBytes: bytes.length, ...said });
	await bring(vault, actor, { paperId, fileId, complete: true }, bytes);
	return fileId;
}

/** The ids of a draft's files in their order. */
export async function order(actor: Actor, paperId: string): Promise<string[]> {
	const { files } = await unitOfWork(actor, (tx) => myPaper(tx, actor, { paperId }));
	return files.map(({ id }) => id);
}
