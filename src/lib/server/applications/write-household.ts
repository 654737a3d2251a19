import { and, eq, isNull, notInArray, sql } from 'drizzle-orm';
import { forgetStated } from '../changes/state-facts.ts';
import { paper } from '../db/schema/documents.ts';
import { person, resource, taxIncome } from '../db/schema/applications.ts';
import type { Tx } from '../db/unit-of-work.ts';
import type { FilePerson } from './household-of-file.ts';
import { matchPersons } from './match-persons.ts';

/** Who says the facts, and the day they were said. */
export type Stated = { origin: 'official'; statedOn: Temporal.PlainDate };

/**
 * Makes the household of a request what a file says. A person who is recognised keeps their id, and with it their
 * papers. A person the file no longer names is removed, unless papers are about them: then they have left the household,
 * and their line stays until the papers are erased by their own rules.
 */
export async function writeHousehold(
	tx: Tx,
	applicationId: string,
	household: readonly FilePerson[],
	stated: Stated
): Promise<void> {
	const known = await tx
		.select()
		.from(person)
		.where(eq(person.applicationId, applicationId))
		.orderBy(person.role, person.position);
	const columns = household.map((member) => member.columns);
	const matches = matchPersons(known, columns);
	const kept: string[] = [];
	for (const [index, member] of household.entries()) {
		const personId = await writePerson(tx, applicationId, matches[index]?.id, member, stated);
		await writeMoney(tx, personId, member, stated);
		kept.push(personId);
	}
	await removeOthers(tx, applicationId, kept, stated);
}

async function writePerson(
	tx: Tx,
	applicationId: string,
	knownId: string | undefined,
	{ columns }: FilePerson,
	stated: Stated
): Promise<string> {
	if (knownId) {
		await tx
			.update(person)
			.set({ ...columns, ...stated, leftOn: null })
			.where(eq(person.id, knownId));
		await forgetStated(tx, applicationId, knownId, columns);
		return knownId;
	}
	const [added] = await tx
		.insert(person)
		.values({ ...columns, ...stated, applicationId })
		.returning({ id: person.id });
	if (!added) throw new Error('the person was not written');
	return added.id;
}

/** Incomes are known by year and added to; monthly resources are one list, which a new list replaces. */
async function writeMoney(
	tx: Tx,
	personId: string,
	{ incomes, resources }: FilePerson,
	stated: Stated
): Promise<void> {
	if (incomes.length > 0) {
		await tx
			.insert(taxIncome)
			.values(incomes.map((income) => ({ ...income, ...stated, personId })))
			.onConflictDoUpdate({
				target: [taxIncome.personId, taxIncome.year],
				set: {
					amountEuros: sql`excluded.amount_euros`,
					origin: sql`excluded.origin`,
					statedOn: sql`excluded.stated_on`
				}
			});
	}
	if (resources.length > 0) {
		await tx.delete(resource).where(eq(resource.personId, personId));
		await tx.insert(resource).values(resources.map((line) => ({ ...line, ...stated, personId })));
	}
}

async function removeOthers(
	tx: Tx,
	applicationId: string,
	kept: readonly string[],
	{ statedOn }: Stated
): Promise<void> {
	const others = and(eq(person.applicationId, applicationId), notInArray(person.id, [...kept]));
	await tx
		.delete(person)
		.where(
			and(others, sql`not exists (select from ${paper} where ${paper.personId} = ${person.id})`)
		);
	await tx
		.update(person)
		.set({ leftOn: statedOn })
		.where(and(others, isNull(person.leftOn)));
}
