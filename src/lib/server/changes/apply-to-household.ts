import { and, eq, isNull, max } from 'drizzle-orm';
import type { Values } from '../../domain/changes/read-values.ts';
import { person } from '../db/schema/applications.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { columnsOf } from './columns-of.ts';
import type { StatedByCounter } from './state-facts.ts';

type Role = 'coapplicant' | 'dependant' | 'in_custody';

/** Adds somebody at the end of those in the same role. A birth is of a child, whatever the form left out. */
export async function addMember(
	tx: Tx,
	applicationId: string,
	role: Role,
	values: Values,
	stated: StatedByCounter
): Promise<void> {
	const [last] = await tx
		.select({ position: max(person.position) })
		.from(person)
		.where(and(eq(person.applicationId, applicationId), eq(person.role, role)));
	const kinship = role === 'dependant' ? { kinship: String(values['kinship'] || 'E') } : {};
	await tx.insert(person).values({
		...columnsOf(values, 'person'),
		...kinship,
		...stated,
		applicationId,
		role,
		position: (last?.position ?? -1) + 1
	});
}

/** The line of the children to be born: one a request, of which there may be none yet. */
export async function announceBirth(
	tx: Tx,
	applicationId: string,
	values: Values,
	stated: StatedByCounter
): Promise<void> {
	const columns = { ...columnsOf(values, 'person'), ...stated, leftOn: null };
	const [known] = await tx
		.update(person)
		.set(columns)
		.where(and(eq(person.applicationId, applicationId), eq(person.role, 'unborn')))
		.returning({ id: person.id });
	if (known) return;
	await tx.insert(person).values({ ...columns, applicationId, role: 'unborn', position: 0 });
}

/** A child is born: one fewer is expected. */
export async function countBirth(
	tx: Tx,
	applicationId: string,
	bornBy: Temporal.PlainDate
): Promise<void> {
	const expected = and(
		eq(person.applicationId, applicationId),
		eq(person.role, 'unborn'),
		isNull(person.leftOn)
	);
	const [known] = await tx.select().from(person).where(expected);
	if (!known?.expectedCount) return;
	const others = known.expectedCount - 1;
	const columns = others > 0 ? { expectedCount: others } : { leftOn: bornBy };
	await tx.update(person).set(columns).where(eq(person.id, known.id));
}
