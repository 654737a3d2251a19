import { eq } from 'drizzle-orm';
import type { Actor, Applicant } from '../../../src/lib/domain/accounts/actor.ts';
import { fieldsOfFact, type FactKey } from '../../../src/lib/domain/changes/facts.ts';
import { fieldsOf, type ChangeKind } from '../../../src/lib/domain/changes/kinds.ts';
import { readValues } from '../../../src/lib/domain/changes/read-values.ts';
import { askRectification } from '../../../src/lib/server/changes/ask-rectification.ts';
import { proposeChange } from '../../../src/lib/server/changes/propose-change.ts';
import { today } from '../../../src/lib/server/clock.ts';
import { applicantAccount } from '../../../src/lib/server/db/schema/accounts.ts';
import { unitOfWork } from '../../../src/lib/server/db/unit-of-work.ts';
import { as, imports, newFile, people } from '../sne/import.ts';

/** The fictional Ferraros of the complete sample: Élodie, Matteo, Noé and Inès, who live in Antibes. */
export async function newFamily() {
	const { xml } = newFile();
	const { applicationId } = await imports(xml);
	const [account] = await as((tx) =>
		tx.select().from(applicantAccount).where(eq(applicantAccount.applicationId, applicationId))
	);
	const applicant: Applicant = { kind: 'applicant', accountId: account!.id, applicationId };
	const ids = Object.fromEntries(
		(await people(applicationId)).map(({ id, firstName }) => [firstName ?? '', id])
	);
	return { applicant, applicationId, xml, ids };
}

export type Family = Awaited<ReturnType<typeof newFamily>>;

type Typed = Record<string, string | string[]>;

const COMMUNES = ['06004', '06152', '06018', '06155'];
const typedOf = (typed: Typed) =>
	new Map(Object.entries(typed).map(([name, value]) => [name, [value].flat()]));
const context = () => ({ today: today(), communes: COMMUNES });

/** Declares a change as its form does, from what is typed in it. */
export function declare(actor: Actor, kind: ChangeKind, subject: string, typed: Typed) {
	const { values, faults } = readValues(fieldsOf(kind, today().year), typedOf(typed), context());
	if (Object.keys(faults).length > 0) throw new Error(JSON.stringify(faults));
	return unitOfWork(actor, (tx) => proposeChange(tx, actor, { kind, subject, values }));
}

/** Says that a fact is wrong as its form does. */
export function contest(actor: Actor, key: FactKey, wrong: string, typed: Typed) {
	const { values, faults } = readValues(fieldsOfFact(key), typedOf(typed), context());
	if (Object.keys(faults).length > 0) throw new Error(JSON.stringify(faults));
	return unitOfWork(actor, (tx) => askRectification(tx, actor, { key, wrong, values }));
}
