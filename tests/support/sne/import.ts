import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { asc, eq } from 'drizzle-orm';
import { system } from '../../../src/lib/domain/accounts/actor.ts';
import { importRequest } from '../../../src/lib/server/applications/import-request.ts';
import { eventsOf } from '../../../src/lib/server/applications/queries.ts';
import { application, person, sneFile } from '../../../src/lib/server/db/schema/applications.ts';
import { paper } from '../../../src/lib/server/db/schema/documents.ts';
import { unitOfWork, type Tx } from '../../../src/lib/server/db/unit-of-work.ts';
import { readSneFile } from '../../../src/lib/server/ports/sne-file.ts';

export const IMPORT = system('test');
const COMPLETE = readFileSync(new URL('demande-complete.xml', import.meta.url), 'utf8');
let serial = 0;

/** The complete sample under a number of its own, and what its number is. */
export function newFile(): { number: string; xml: string } {
	const number = `0060926${String(++serial).padStart(6, '0')}06A01`;
	return { number, xml: COMPLETE.replace('006092600077706A01', number) };
}

/** The same request in a later file, with what changed. */
export function laterFile(
	xml: string,
	change: (text: string) => string,
	type = 'MOD',
	date = '2026-11-02'
): string {
	return change(xml)
		.replace('<ns2:typeFichier>CRE', `<ns2:typeFichier>${type}`)
		.replace('<ns2:dateFichier>2026-09-14', `<ns2:dateFichier>${date}`);
}

export const as = <T>(work: (tx: Tx) => Promise<T>) => unitOfWork(IMPORT, work);

export function read(text: string) {
	const original = Buffer.from(text);
	return { request: readSneFile(original), original };
}

export const imports = (text: string) => as((tx) => importRequest(tx, IMPORT, read(text)));

export const row = (id: string) =>
	as(async (tx) => (await tx.select().from(application).where(eq(application.id, id)))[0]!);

export const people = (id: string) =>
	as((tx) =>
		tx
			.select()
			.from(person)
			.where(eq(person.applicationId, id))
			.orderBy(asc(person.role), asc(person.position))
	);

export const files = (id: string) =>
	as((tx) => tx.select().from(sneFile).where(eq(sneFile.applicationId, id)));

/** The history, newest first, as "kind day". */
export const happened = async (id: string) =>
	(await as((tx) => eventsOf(tx, id))).map(
		({ kind, occurredOn }) => `${kind} ${occurredOn.toString()}`
	);

/** A paper about a person, long since passed on. */
export const aPaper = (applicationId: string, personId: string) =>
	as((tx) =>
		tx.insert(paper).values({
			applicationId,
			personId,
			categoryCode: 'birth_certificate',
			state: 'passed_on',
			sendingId: randomUUID(),
			sentBy: 'test',
			createdAt: Temporal.Instant.from('2026-11-01T09:00:00Z'),
			receivedAt: Temporal.Instant.from('2026-11-01T09:00:00Z')
		})
	);
