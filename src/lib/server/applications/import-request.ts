import { createHash } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import type { LeftOut, SneRequest } from '../../domain/applications/sne-request.ts';
import { validUntil } from '../../domain/applications/validity.ts';
import { Refused } from '../../domain/errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { forgetStated } from '../changes/state-facts.ts';
import { now, today } from '../clock.ts';
import { applicantAccount } from '../db/schema/accounts.ts';
import { application, sneFile } from '../db/schema/applications.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { keyringOf } from '../documents/keyring.ts';
import { environment } from '../environment.ts';
import { SneFileRefused } from '../ports/sne-file-refused.ts';
import { factsWithoutPlace } from './facts-without-place.ts';
import { householdOfFile } from './household-of-file.ts';
import { recordImport } from './record-import.ts';
import { sealOriginal } from './seal-original.ts';
import { writeHousehold, type Stated } from './write-household.ts';
import { writeHousing } from './write-housing.ts';

export type ImportInput = {
	/** What the reader of SNE files understood. */
	request: SneRequest;
	/** The file itself, kept sealed. */
	original: Uint8Array;
};

export type Imported = {
	applicationId: string;
	uniqueNumber: string;
	/** `unchanged`: this very file was imported before. */
	outcome: 'created' | 'updated' | 'unchanged';
	/** Paths of what the file says and this software does not keep. */
	leftOut: LeftOut[];
};

/**
 * Makes a request known here what a file of the national register says, all or nothing: request, household, incomes,
 * housing. The number and the filing day never change (R441-2-7), nor does what the file leaves out. Opens the
 * account, without a password, so that an activation code can be issued. Two imports of one number at the same moment
 * come one after the other.
 *
 * @throws Refused to anybody but the software; SneFileRefused `no-number`
 */
export async function importRequest(tx: Tx, actor: Actor, input: ImportInput): Promise<Imported> {
	if (actor.kind !== 'system') throw new Refused('import-request');
	const { request, original } = input;
	const { uniqueNumber } = request;
	if (uniqueNumber === null) throw new SneFileRefused('no-number');
	const known = await lockRequest(tx, uniqueNumber);
	const sha256 = createHash('sha256').update(original).digest('hex');
	const leftOut = [
		...request.leftOut,
		...factsWithoutPlace(request, known?.filedOn.toString() ?? null)
	];
	if (known && (await hasFile(tx, known.id, sha256))) {
		return { applicationId: known.id, uniqueNumber, outcome: 'unchanged', leftOut };
	}
	const stated = statedBy(request);
	const applicationId = known
		? await updateRequest(tx, known.id, request, stated)
		: await createRequest(tx, uniqueNumber, request, stated);
	await writeHousehold(tx, applicationId, householdOfFile(request), stated);
	await writeHousing(tx, applicationId, request, stated);
	await keepOriginal(tx, original, { applicationId, sha256, leftOut });
	await recordImport(tx, actor, {
		applicationId,
		request,
		statedOn: stated.statedOn,
		known: known !== null
	});
	await recordAudit(tx, actor, {
		action: 'import-request',
		applicationId,
		subjectKind: 'application',
		subjectId: applicationId
	});
	return { applicationId, uniqueNumber, outcome: known ? 'updated' : 'created', leftOut };
}

/** The lock is on the number, since the row may not exist yet; then on the row, which other use cases lock. */
async function lockRequest(tx: Tx, uniqueNumber: string) {
	await tx.execute(
		sql`select pg_advisory_xact_lock(hashtextextended(${`import ${uniqueNumber}`}, 0))`
	);
	const [known] = await tx
		.select({ id: application.id, filedOn: application.filedOn })
		.from(application)
		.where(eq(application.uniqueNumber, uniqueNumber))
		.for('update');
	return known ?? null;
}

/** Any file of this request, not only the last: an old file sent again must not undo a newer one. */
async function hasFile(tx: Tx, applicationId: string, sha256: string): Promise<boolean> {
	const same = and(eq(sneFile.applicationId, applicationId), eq(sneFile.sha256, sha256));
	return (await tx.$count(sneFile, same)) > 0;
}

function statedBy({ header }: SneRequest): Stated {
	const statedOn = header.fileDate === null ? today() : Temporal.PlainDate.from(header.fileDate);
	return { origin: 'official', statedOn };
}

async function createRequest(
	tx: Tx,
	uniqueNumber: string,
	request: SneRequest,
	stated: Stated
): Promise<string> {
	const filedOn = Temporal.PlainDate.from(request.createdOn);
	const [created] = await tx
		.insert(application)
		.values({
			uniqueNumber,
			filedOn,
			validUntil: validUntil(filedOn),
			// For an instant: recordImport writes the event that registers it.
			state: 'filed',
			registeringCode: request.counterCode,
			enlargedSearch: request.wanted.enlarged,
			createdAt: now(),
			updatedAt: now(),
			...stated
		})
		.returning({ id: application.id });
	if (!created) throw new Error('the request was not written');
	await tx.insert(applicantAccount).values({ applicationId: created.id, createdAt: now() });
	return created.id;
}

async function updateRequest(
	tx: Tx,
	id: string,
	{ counterCode, wanted }: SneRequest,
	stated: Stated
): Promise<string> {
	const enlargedSearch = wanted.enlarged ?? undefined;
	await tx
		.update(application)
		.set({ registeringCode: counterCode ?? undefined, enlargedSearch, updatedAt: now(), ...stated })
		.where(eq(application.id, id));
	await forgetStated(tx, id, 'request', { enlargedSearch });
	await tx
		.insert(applicantAccount)
		.values({ applicationId: id, createdAt: now() })
		.onConflictDoNothing();
	return id;
}

async function keepOriginal(
	tx: Tx,
	original: Uint8Array,
	file: { applicationId: string; sha256: string; leftOut: LeftOut[] }
): Promise<void> {
	const content = sealOriginal(keyringOf(environment().MASTER_KEYS), original, file);
	await tx.insert(sneFile).values({ ...file, content, receivedAt: now() });
}
