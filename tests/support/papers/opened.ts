import { expect } from 'vitest';
import { system, type Actor } from '../../../src/lib/domain/accounts/actor.ts';
import type { Tx } from '../../../src/lib/server/db/unit-of-work.ts';
import { openClean } from '../../../src/lib/server/documents/open-clean.ts';
import { openPage } from '../../../src/lib/server/documents/open-page.ts';
import { paperResponse } from '../../../src/lib/server/documents/paper-response.ts';
import type { Vault } from '../../../src/lib/server/documents/vault.ts';
import { as } from './desk.ts';
import { paperRow } from './prepare.ts';
import { sendOne } from './sending.ts';
import type { Stage } from './stage.ts';

/** Reads the database as the software does. */
export const look = <T>(work: (tx: Tx) => Promise<T>) => as(system('test'), work);

/** A file that the household sends, still to be prepared. @returns the paper's id */
export const send = async (
	{ vault, home }: Stage,
	bytes: Buffer,
	fileName = 'carte.jpg',
	declaredType = 'image/jpeg'
): Promise<string> => (await sendOne(vault, home, { bytes, fileName, declaredType })).paperId;

export const page = (actor: Actor, paperId: string, number = 1) =>
	as(actor, (tx) => openPage(tx, actor, { paperId, number }));

export const clean = (actor: Actor, paperId: string) =>
	as(actor, (tx) => openClean(tx, actor, { paperId }));

/** What leaves the server, whole: as long as it says. */
export async function given(
	vault: Vault,
	opened: Parameters<typeof paperResponse>[1]
): Promise<Buffer> {
	const response = await paperResponse(vault, opened);
	const bytes = Buffer.from(await response.arrayBuffer());
	expect(response.headers.get('content-length')).toBe(String(bytes.length));
	return bytes;
}

export const row = async (id: string) => (await paperRow(id))!;
