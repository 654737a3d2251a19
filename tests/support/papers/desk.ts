import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { asc, eq } from 'drizzle-orm';
import sharp from 'sharp';
import { system, type Actor, type Agent } from '../../../src/lib/domain/accounts/actor.ts';
import { createStaffAccount } from '../../../src/lib/server/accounts/create-staff-account.ts';
import { auditEntry } from '../../../src/lib/server/db/schema/audit.ts';
import { paper, paperRequest } from '../../../src/lib/server/db/schema/documents.ts';
import { paperPage, sealedObject } from '../../../src/lib/server/db/schema/paper-content.ts';
import { unitOfWork, type Tx } from '../../../src/lib/server/db/unit-of-work.ts';
import { deliverPaper, type Within } from '../../../src/lib/server/documents/deliver-paper.ts';
import { openObject } from '../../../src/lib/server/documents/sealed-objects.ts';
import type { Vault } from '../../../src/lib/server/documents/vault.ts';
import type { Household } from './household.ts';
import { makeReady } from './ready.ts';
import { inParts, jpegBytes } from './vault.ts';

const TEST = system('test');

export const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => unitOfWork(actor, work);
export const withinOf =
	(actor: Actor): Within =>
	(work) =>
		unitOfWork(actor, work);

export type Sent = {
	category?: string;
	/** One page a colour; none: its pages are not made yet. */
	colours?: readonly string[];
	personId?: string | null;
};

/** A paper that somebody sent and whose pages can be looked at. @returns its id */
export async function sendReady(
	vault: Vault,
	home: Household,
	{ category = 'national_id_card', colours = ['white'], personId = home.personId }: Sent = {}
): Promise<string> {
	const file = {
		fileName: 'photo.jpg',
		declaredType: 'image/jpeg',
		body: inParts(jpegBytes(5_000))
	};
	const what = () => ({ personId, category, sendingId: randomUUID() });
	const { paperId } = await deliverPaper(vault, home.applicant, file, what, outOfSight(home));
	if (colours.length > 0) await makeReady(vault, paperId, colours);
	return paperId;
}

/** As they send it, and in the same transaction never due: no worker may take up what a test prepares itself. */
function outOfSight({ applicant, applicationId }: Household): Within {
	const neverDue = (tx: Tx) =>
		tx.update(paper).set({ prepareAt: null }).where(eq(paper.applicationId, applicationId));
	return (work) =>
		unitOfWork(applicant, async (tx) => {
			const done = await work(tx);
			await neverDue(tx);
			return done;
		});
}

/** What a counter asks for beyond what is always asked: a sensitive paper is taken only then. */
export function ask(home: Household, categoryCode: string): Promise<unknown> {
	const askedAt = Temporal.Instant.from('2026-11-20T09:00:00Z');
	const line = { applicationId: home.applicationId, personId: home.personId, categoryCode };
	return as(TEST, (tx) => tx.insert(paperRequest).values({ ...line, askedAt, askedBy: 'test' }));
}

export async function rowOf(paperId: string) {
	const [row] = await as(TEST, (tx) => tx.select().from(paper).where(eq(paper.id, paperId)));
	return row!;
}

/** The colour of each page, in order, as its picture says: what was sealed is what is read. */
export async function coloursOf(vault: Vault, paperId: string): Promise<string[]> {
	const rows = await as(TEST, (tx) =>
		tx
			.select({ number: paperPage.number, object: sealedObject })
			.from(paperPage)
			.innerJoin(sealedObject, eq(sealedObject.id, paperPage.objectId))
			.where(eq(paperPage.paperId, paperId))
			.orderBy(asc(paperPage.number))
	);
	const colours: string[] = [];
	for (const [index, { number, object }] of rows.entries()) {
		if (number !== index + 1) throw new Error('pages are not numbered from 1');
		const picture = await buffer(await openObject(vault, object));
		colours.push(nameOf((await sharp(picture).stats()).channels.map(({ mean }) => mean)));
	}
	return colours;
}

/** Colours far enough from one another that JPEG does not mistake them. */
const NAMES = { white: [255, 255, 255], red: [255, 0, 0], blue: [0, 0, 255], black: [0, 0, 0] };

function nameOf(means: readonly number[]): string {
	const found = Object.entries(NAMES).find(([, colour]) =>
		colour.every((value, index) => Math.abs(value - means[index]!) < 12)
	);
	return found?.[0] ?? means.join(' ');
}

/** What the journal says was done to a paper, in order. */
export async function journalOf(subjectId: string): Promise<string[]> {
	const lines = await as(TEST, (tx) =>
		tx
			.select({ action: auditEntry.action })
			.from(auditEntry)
			.where(eq(auditEntry.subjectId, subjectId))
			.orderBy(asc(auditEntry.at), asc(auditEntry.id))
	);
	return lines.map(({ action }) => action);
}

/** A real account of a colleague of this agent. */
export async function colleagueOf(agent: Agent, name: string): Promise<Agent> {
	const { role, counterIds } = agent;
	const email = `collegue.${randomUUID()}@demo.test`;
	const input = { email, name, role, counterIds, password: 'trois citrons bleus' };
	const { staffId } = await as(TEST, (tx) => createStaffAccount(tx, TEST, input));
	return { kind: 'agent', staffId, name, role, counterIds };
}
