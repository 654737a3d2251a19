import { randomUUIDv7 } from 'node:crypto';
import type { Actor } from '../../domain/accounts/actor.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { requireSender } from './access.ts';
import { receiveFile, type IncomingFile, type ReceivedFile } from './receive-file.ts';
import { sendingLimits } from './sending-limits.ts';
import { inGoodTime, takeSendingPlace } from './sending-places.ts';
import { sendPaper, type SendPaperInput } from './send-paper.ts';
import type { Vault } from './vault.ts';

/** Runs work in one unit of work: `(work) => act(locals, work)` in a route, `unitOfWork` elsewhere. */
export type Within = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

export type Delivery = Pick<SendPaperInput, 'personId' | 'category' | 'sendingId'>;

/**
 * Takes a paper in from its first byte to its row. The bytes stream before the transaction begins: a phone that sends
 * for a minute must not hold a database connection for a minute.
 *
 * @param what told once the bytes are in, since the fields of a form may follow its file
 * @throws RuleBroken of receiveFile and sendPaper; nothing of the file is then kept
 */
export async function deliverPaper(
	vault: Vault,
	actor: Actor,
	file: IncomingFile,
	what: () => Delivery | Promise<Delivery>,
	within: Within
): Promise<{ paperId: string; repeated: boolean }> {
	const { applicationId } = requireSender(actor, 'send-paper');
	const of = { applicationId, paperId: randomUUIDv7() };
	const leave = takeSendingPlace(applicationId);
	try {
		const limits = await within(sendingLimits);
		const body = inGoodTime(file.body);
		const received = await receiveFile(vault, of, { ...file, body }, limits);
		return await keep(vault, actor, received, what, within);
	} finally {
		leave();
	}
}

async function keep(
	vault: Vault,
	actor: Actor,
	received: ReceivedFile,
	what: () => Delivery | Promise<Delivery>,
	within: Within
): Promise<{ paperId: string; repeated: boolean }> {
	try {
		const delivery = await what();
		return await within((tx) =>
			sendPaper(tx, actor, { ...delivery, received, store: vault.store })
		);
	} finally {
		// Only `incoming`: when a commit's answer was lost, the row may be there and need what was promoted.
		await vault.store.remove('incoming', received.object.storageKey);
	}
}
