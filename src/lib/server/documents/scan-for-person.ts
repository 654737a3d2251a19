import { randomUUIDv7 } from 'node:crypto';
import { and, eq, inArray } from 'drizzle-orm';
import { actorLabel, type Actor, type Agent } from '../../domain/accounts/actor.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { isUuid, requireApplication } from '../applications/access.ts';
import { recordEvent } from '../applications/record-event.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { now, PARIS, today } from '../clock.ts';
import { counter } from '../db/schema/counters.ts';
import { paper, paperCategory } from '../db/schema/documents.ts';
import { paperFile } from '../db/schema/paper-content.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { requireAgent, requireContent } from './access.ts';
import { checkQuota, lockApplication } from './check-quota.ts';
import { confirmKind, type RealKind } from './confirm-kind.ts';
import type { Within } from './deliver-paper.ts';
import { enqueuePreparation } from './enqueue-preparation.ts';
import { receiveFile, type IncomingFile, type ReceivedFile } from './receive-file.ts';
import { keepObjects } from './sealed-objects.ts';
import { sendingLimits } from './sending-limits.ts';
import type { Vault } from './vault.ts';

export type Scan = {
	real: RealKind;
	/** Drawn with the form: the same click twice is the same paper. */
	sendingId: string;
	/** The day the paper was handed over: the fifteen days run from it (R441-2-4-1). */
	receivedOn: Temporal.PlainDate;
	/** The person was there while the paper was scanned. */
	isPresent: boolean;
};

/** Takes in one file of a form while it streams. */
export type Take = (file: IncomingFile) => Promise<void>;

/** A paper handed over longer ago than this has not just been found on a desk. */
const DAYS_BACK_MAX = 60;

/**
 * An agent scans or sends a paper in the name of a person, at the counter: one document, of one file or of one a page.
 * The request's timeline says which counter did, and the fifteen days run from the day it was handed over.
 *
 * @param read runs through the form: calls `take` with each file, then returns what the form says
 * @returns the paper's id; `repeated` when this form had already arrived
 * @throws NotFound for a request outside the agent's territory; Refused for a sensitive kind that they may not read;
 * RuleBroken `file-<reason>`, `scan-no-file`, `scan-date`, `paper-unknown-kind`, `paper-unknown-person`,
 * `forbidden-transition`
 */
export async function scanForPerson(
	vault: Vault,
	actor: Actor,
	{ applicationId }: { applicationId: string },
	read: (take: Take) => Promise<Scan>,
	within: Within
): Promise<{ paperId: string; repeated: boolean }> {
	const agent = requireAgent(actor, 'scan-for-person');
	const limits = await within(async (tx) => {
		await requireApplication(tx, agent, applicationId);
		return sendingLimits(tx);
	});
	const of = { applicationId, paperId: randomUUIDv7() };
	const files: ReceivedFile[] = [];
	let begun = 0;
	try {
		const scan = await read(async (file) => {
			// The end of one may overlap the beginning of the next: pages keep the order of the form.
			const place = begun++;
			files[place] = await receiveFile(vault, of, file, limits);
		});
		if (files.length === 0) throw new RuleBroken('scan-no-file');
		return await within((tx) => keep(tx, agent, vault, { ...scan, ...of, files }));
	} finally {
		// Only `incoming`: when a commit's answer was lost, the rows may be there and need what was promoted.
		for (const file of files) {
			if (file) await vault.store.remove('incoming', file.object.storageKey);
		}
	}
}

type Kept = Scan & { applicationId: string; paperId: string; files: readonly ReceivedFile[] };

async function keep(tx: Tx, agent: Agent, vault: Vault, input: Kept) {
	const { applicationId, paperId, files, sendingId, isPresent } = input;
	await requireApplication(tx, agent, applicationId);
	await lockApplication(tx, applicationId);
	const earlier = await sameForm(tx, applicationId, sendingId);
	if (earlier) return { paperId: earlier, repeated: true };
	const real = await confirmKind(tx, applicationId, input.real);
	await checkSensitive(tx, agent, real.category);
	await tx.insert(paper).values({
		id: paperId,
		applicationId,
		personId: real.personId,
		categoryCode: real.category,
		state: 'received',
		channel: 'counter',
		sendingId,
		sentBy: actorLabel(agent),
		createdAt: now(),
		receivedAt: momentOf(input.receivedOn)
	});
	await insertFiles(tx, vault, files);
	await enqueuePreparation(tx, paperId);
	await recordEvent(tx, agent, {
		applicationId,
		kind: 'papers_received',
		occurredOn: input.receivedOn,
		origin: 'counter',
		author: await bodyOf(tx, agent),
		detail: { paperId, category: real.category, presence: isPresent ? 'present' : 'absent' }
	});
	await recordAudit(tx, agent, {
		action: 'scan-for-person',
		applicationId,
		subjectKind: 'paper',
		subjectId: paperId,
		detail: { category: real.category, files: files.length, isPresent }
	});
	return { paperId, repeated: false };
}

async function sameForm(tx: Tx, applicationId: string, sendingId: string) {
	if (!isUuid(sendingId)) throw new RuleBroken('scan-form');
	const [found] = await tx
		.select({ id: paper.id })
		.from(paper)
		.where(and(eq(paper.applicationId, applicationId), eq(paper.sendingId, sendingId)));
	return found?.id ?? null;
}

async function checkSensitive(tx: Tx, agent: Agent, category: string): Promise<void> {
	const [kind] = await tx
		.select({ sensitive: paperCategory.sensitive })
		.from(paperCategory)
		.where(eq(paperCategory.code, category));
	requireContent(agent, kind?.sensitive ?? true, 'scan-sensitive-paper');
}

async function insertFiles(tx: Tx, vault: Vault, files: readonly ReceivedFile[]): Promise<void> {
	for (const [index, { object, ...file }] of files.entries()) {
		await checkQuota(tx, file.applicationId, file.byteSize);
		await keepObjects(tx, vault.store, [object]);
		await tx.insert(paperFile).values({
			...file,
			position: index + 1,
			expectedBytes: file.byteSize,
			receivedBytes: file.byteSize,
			state: 'arrived',
			sendingId: object.id,
			objectId: object.id,
			createdAt: now(),
			lastByteAt: now()
		});
	}
}

/** Now for today; else the middle of that day. @throws RuleBroken `scan-date` for a day to come or long past */
function momentOf(day: Temporal.PlainDate): Temporal.Instant {
	const ago = day.until(today(), { largestUnit: 'days' }).days;
	if (ago === 0) return now();
	if (ago < 0 || ago > DAYS_BACK_MAX) throw new RuleBroken('scan-date');
	return day.toZonedDateTime({ timeZone: PARIS, plainTime: '12:00' }).toInstant();
}

/** The counter that says so, as the applicant reads it: never the agent's name. */
async function bodyOf(tx: Tx, { counterIds }: Agent): Promise<string> {
	const [own] = await tx
		.select({ name: counter.name })
		.from(counter)
		.where(inArray(counter.id, counterIds.slice(0, 1)));
	return own?.name ?? 'Service logement';
}
