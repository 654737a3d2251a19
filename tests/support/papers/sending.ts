import { randomUUID } from 'node:crypto';
import { eq, getTableColumns } from 'drizzle-orm';
import { system, type Actor } from '../../../src/lib/domain/accounts/actor.ts';
import { paper } from '../../../src/lib/server/db/schema/documents.ts';
import { paperFile, sealedObject } from '../../../src/lib/server/db/schema/paper-content.ts';
import { unitOfWork } from '../../../src/lib/server/db/unit-of-work.ts';
import { deliverPaper, type Delivery } from '../../../src/lib/server/documents/deliver-paper.ts';
import type { Vault } from '../../../src/lib/server/documents/vault.ts';
import type { Household } from './household.ts';
import { inParts, jpegBytes } from './vault.ts';

/** What is particular in one sending; the rest is an identity card of the applicant's. */
export type Sending = Partial<
	Delivery & {
		bytes: Uint8Array;
		body: AsyncIterable<Uint8Array>;
		fileName: string;
		declaredType: string;
		as: Actor;
	}
>;

/** Somebody sends one file to a request, in one go. */
export function sendOne(vault: Vault, home: Household, sending: Sending = {}) {
	const { bytes = jpegBytes(2_000), as: actor = home.applicant, ...changes } = sending;
	const { fileName = 'carte.jpg', declaredType = 'image/jpeg', body, ...delivery } = changes;
	const what = {
		personId: home.personId,
		category: 'national_id_card',
		sendingId: randomUUID(),
		...delivery
	};
	return deliverPaper(
		vault,
		actor,
		{ fileName, declaredType, body: body ?? inParts(bytes) },
		() => what,
		(work) => unitOfWork(actor, work)
	);
}

/** The files of a request, each with its paper and the name of what it lies sealed as. */
export const filesOf = ({ applicationId }: Household) =>
	unitOfWork(system('test'), (tx) =>
		tx
			.select({ ...getTableColumns(paperFile), paper, storageKey: sealedObject.storageKey })
			.from(paper)
			.innerJoin(paperFile, eq(paperFile.paperId, paper.id))
			.leftJoin(sealedObject, eq(sealedObject.id, paperFile.objectId))
			.where(eq(paper.applicationId, applicationId))
	);

/** Sends one file, and makes the request hold so many in all, the others of so many bytes. */
export async function fillRequest(vault: Vault, home: Household, files: number, bytes: number) {
	await sendOne(vault, home);
	const [first] = await filesOf(home);
	const { paper: _paper, storageKey: _key, id: _id, ...like } = first!;
	const more = Array.from({ length: files - 1 }, () => ({
		...like,
		byteSize: bytes,
		sendingId: randomUUID()
	}));
	await unitOfWork(system('test'), (tx) => tx.insert(paperFile).values(more));
}
